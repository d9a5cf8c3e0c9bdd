/** What is said when something was done, in Spanish. */
import type { AnswerKey, answers, Said } from '../../answers.ts';
import { sayAccount } from './ledger.ts';
import { count, list, money, place, points, signed } from './numbers.ts';

type Answers = { [K in AnswerKey]: (given: Parameters<(typeof answers)[K]>[0]) => string };

const said: Answers = {
  joined: ({ race, taken, places }) => `Estás en ${race}. ${taken} de ${places} plazas ocupadas.`,
  joinedLate: ({ race }) => `Estás en ${race}, con retraso. Di en qué puesto terminas.`,
  left: ({ race }) => `Has salido de ${race}.`,
  saved: ({ position, worth, reported, entrants }) =>
    `Guardado: ${place(position)}. ${points(worth)} cuando sea definitivo. ${reported} de ${entrants}.`,
  objected: ({ race }) => `${race} espera. Corrige tu puesto, o avisa a un anfitrión.`,
  confirmed: ({ racer, position }) => `Das fe de ${racer}: ${place(position)}.`,
  protested: ({ race }) => `Los anfitriones mirarán ${race}.`,
  declined: ({ racer }) => `Rechazada. ${racer} ve lo que has dicho.`,
  corrected: ({ race, places }) =>
    places === 0
      ? `Ese ya es el resultado de ${race}: la protesta queda atendida.`
      : `${race}: ${count(places, 'puesto corregido', 'puestos corregidos')}.`,
  deadHeat: ({ race, position, racers }) => `Empate en ${race}: ${list(racers)} comparten el ${place(position)}.`,
  waiting: ({ race, minutes }) => `${race} espera ${count(minutes, 'minuto')} más.`,
  undone: ({ again }) => (again ? 'Hecho de nuevo.' : 'Deshecho.'),
  planned: ({ race, night }) => `${race} queda prevista para ${night}.`,
  opened: ({ race }) => `${race} está abierta.`,
  started: ({ race }) => `¡${race} en marcha! Suerte.`,
  fixed: ({ racer, position }) =>
    position === null ? `${racer} se queda sin puesto.` : `${racer}: ${place(position)}.`,
  closed: ({ race }) => `${race} es definitiva.`,
  voided: ({ race }) => `${race} queda anulada.`,
  deletedRows: ({ tab, rows }) => `${count(rows, 'fila')} de ${tab}: olvidadas.`,
  putBackRows: ({ tab, rows }) => `${count(rows, 'fila')} de ${tab}: se escriben de nuevo.`,
  next: ({ race, entrants }) => `${race} está abierta con la misma gente: ${entrants}.`,
  seasonPlanned: ({ season }) => `${season} queda preparada.`,
  seasonEdited: ({ season }) => `${season} ha cambiado.`,
  seasonOpened: ({ season }) => `${season} está abierta.`,
  seasonClosed: ({ season, champions, next }) => {
    const won = champions.length === 0 ? '' : ` Título para ${list(champions)}.`;
    return `${season} está cerrada.${won}${next === undefined ? '' : ` ${next} está abierta.`}`;
  },
  seasonReopened: ({ season }) => `${season} vuelve a estar abierta.`,
  seasonKept: ({ season }) => `${season} sigue abierta.`,
  reminderSeen: ({ season }) => `${season} se queda como está.`,
  adjusted: ({ racer, points: n, season }) => `${racer}: ${signed(n)} en ${season}.`,
  feeSet: ({ race, fee, currency }) =>
    fee === 0 ? `Entrar en ${race} no cuesta nada.` : `Entrar en ${race} cuesta ${money(fee, currency)}.`,
  noted: ({ from, to, amount, currency, fromName, toName }) => {
    const called = (name: string) => ({ racer: () => name, sponsor: () => name });
    const [giver, taker] = [sayAccount(from, called(fromName)), sayAccount(to, called(toName))];
    return `Anotado: ${money(amount, currency)} de ${giver} a ${taker}.`;
  },
  scoringAdded: ({ scoring }) => `${scoring} ya está en la pestaña Scoring.`,
  racerAdded: ({ racer }) => `${racer} ya está aquí. Cuando llegue a Discord, puede decir que es su nombre.`,
  merged: ({ racer, into, races }) => {
    const both =
      races.length === 0 ? '' : ` En ${list(races)} están los dos: ahí cuenta la fila de ${into}, si tiene puesto.`;
    return `${racer} cuenta ahora como ${into}.${both}`;
  },
  unmerged: ({ racer }) => `${racer} vuelve a contar por su cuenta.`,
  takeOverAsked: ({ racer }) => `Un anfitrión dirá si eres ${racer}.`,
  takenOver: ({ racer, name }) => `${racer} es ahora de ${name}, con todo lo corrido.`,
  takeOverDeclined: ({ racer }) => `${racer} se queda como está.`,
  onPage: ({ on }) => (on ? 'La página pública dice tu nombre.' : 'La página pública ya no dice tu nombre.'),
};

export function sayAnswer(one: Said): string {
  return (said[one.said] as (given: unknown) => string)(one.given);
}
