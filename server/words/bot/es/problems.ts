/** What is wrong in a league's Sheet, in Spanish. Tabs, columns and what is typed there keep their English names. */
import { makeMoney } from '../../../../sheets/money.ts';
import type { Position } from '../../../../sheets/positions.ts';
import type { Raw } from '../../../../sheets/records.ts';
import type { Wrong } from '../../../../sheets/table.ts';
import type { ProblemWords } from '../../problems.ts';
import { shortened } from '../../sheet.ts';
import { sayAccount } from './ledger.ts';
import { sayLedgerRow } from './ledger-rows.ts';
import { list, money, number, place } from './numbers.ts';

interface Said {
  what: string;
  remedy: string;
}

const kinds = {
  Racers: 'ningún participante',
  Seasons: 'ninguna temporada',
  Races: 'ninguna carrera',
  Sponsors: 'ningún patrocinador',
} as const;

function sayWrong(raw: Raw, wrong: Wrong, places: number): Said {
  const typed = `«${shortened(raw)}»`;
  switch (wrong.wrong) {
    case 'position':
      return { what: `${typed} no es un puesto.`, remedy: `Usa de 1 a ${places}, DNF, DSQ o DNS.` };
    case 'number':
      return { what: `${typed} no es un número.`, remedy: 'Usa un número, como 12.' };
    case 'moment':
      return { what: `${typed} no es una fecha.`, remedy: 'Usa una fecha con hora, como 2026-03-01 20:30.' };
    case 'yesNo':
      return { what: `${typed} no es ni Yes ni No.`, remedy: 'Usa Yes o No.' };
    case 'onOff':
      return { what: `${typed} no es ni On ni Off.`, remedy: 'Usa On u Off.' };
    case 'text':
      return { what: `${typed} no es texto.`, remedy: 'Escríbelo como texto.' };
    case 'oneOf':
      return { what: `${typed} no es una de las opciones.`, remedy: `Usa ${wrong.of.join(', ')}.` };
    case 'whole':
      return {
        what: `${typed} no es posible aquí.`,
        remedy: `Usa un número entero de ${wrong.from} a ${wrong.to}.`,
      };
    case 'timeZone':
      return {
        what: `${typed} no es una zona horaria.`,
        remedy: 'Usa una como Europe/Madrid o America/New_York.',
      };
    case 'weekly':
      return { what: `${typed} no es un día con una hora.`, remedy: 'Usa uno como domingo 20:00.' };
    case 'rounded':
      return {
        what: `${typed} no es un ID de Discord.`,
        remedy: 'Da a la celda formato de texto sin formato y pega el ID otra vez.',
      };
    case 'unknown':
      return {
        what: `Con el nombre ${typed} no hay ${kinds[wrong.to]}.`,
        remedy: `Usa un nombre de la pestaña ${wrong.to}, o añádelo allí.`,
      };
    case 'money':
      return {
        what: `${typed} no es una cantidad de ${wrong.currency}.`,
        remedy: `Usa un número desde 0, como ${number(makeMoney(1250, wrong.currency))}, o 1000 para mil.`,
      };
    case 'percent':
      return { what: `${typed} no es un porcentaje.`, remedy: 'Usa de 0 a 100 con %, como 10%.' };
    case 'split':
      return {
        what: `${typed} no es una manera de repartir un bote.`,
        remedy: 'Usa porcentajes para el primero, el segundo, etc., como mucho 100 entre todos: 50; 30; 20.',
      };
    case 'bonuses':
      return { what: `${typed} no son bonificaciones.`, remedy: 'Usa cantidades como: Win 2, Podium 0.50. O None.' };
    case 'account':
      return {
        what: `${typed} no es nadie en Ledger.`,
        remedy: 'Usa un participante, un patrocinador, Pot, Grand prize, League u Outside.',
      };
    case 'link':
      return { what: `${typed} no es una dirección.`, remedy: 'Usa una que empiece por https:// o http://.' };
    case 'currency':
      return { what: `${typed} no es una moneda.`, remedy: 'Usa tres letras, como EUR, USD o GBP.' };
    case 'booked':
      return {
        what: `Ya hay algo anotado en ${wrong.currency}, así que la moneda sigue siendo ${wrong.currency}.`,
        remedy: `Escribe ${wrong.currency} otra vez.`,
      };
    case 'taken':
      return { what: `Otra fila ya se llama ${typed}.`, remedy: 'Da a cada una su propio nombre.' };
    case 'missing':
      return { what: 'Falta el nombre.', remedy: 'Escribe uno.' };
    case 'missingStatus':
      return { what: 'Falta el estado; vale el último que tuvo.', remedy: `Usa ${wrong.of.join(', ')}.` };
    case 'error':
      return {
        what: `${typed} es lo que muestra una fórmula que no funciona.`,
        remedy: 'Arregla la fórmula, o escribe un valor.',
      };
    case 'tooLong':
      return { what: `${typed} es demasiado largo para un nombre.`, remedy: `Usa ${wrong.most} letras como mucho.` };
  }
}

const without = {
  season: 'temporada',
  status: 'estado',
  racer: 'participante',
  points: 'puntos',
} as const;

export const problemsInSpanish: ProblemWords = {
  wrong: sayWrong,
  holder: sayAccount,
  pot: (account, of) => `${account === 'Pot' ? 'el bote' : 'el gran premio'} de ${of}`,
  sheet: 'La hoja',
  ledgerRow: ({ trouble }) => sayLedgerRow(trouble),
  sameTwice: ({ racer, race, counts }) => ({
    what: `${racer} está dos veces en ${race}; cuenta la otra fila${counts.as === racer ? '' : `, la de ${counts.as}`}, ${sayPosition(counts.position)}.`,
    remedy: 'Borra una de las dos filas.',
  }),
  sameDiscord: ({ racer }) => ({
    what: `${racer} tiene el mismo ID de Discord; esa fila es quien es.`,
    remedy: 'Vacía esta celda, o borra uno de los dos participantes.',
  }),
  contradiction: ({ racers, position, race }) => ({
    what: `${list(racers)} tienen ${racers.length > 2 ? 'todos' : 'los dos'} el ${place(position)} en ${race}; cuenta su último resultado sin contradicción.`,
    remedy: 'Cambia uno de ellos.',
  }),
  twoSeasons: ({ open, counts }) => ({
    what: `${list(open)} están abiertas a la vez; cuenta ${counts}.`,
    remedy: 'Deja solo una en Open.',
  }),
  closingWaits: ({ season }) => ({
    what: `${season} sigue abierta hasta que un anfitrión confirme que se cierra.`,
    remedy: 'En el panel, un anfitrión ve quién gana y la cierra, o la deja abierta. O elige aquí Open otra vez.',
  }),
  endsBeforeItStarts: ({ season }) => ({
    what: `${season} acaba antes de empezar. Las fechas solo recuerdan, así que no se pierde nada.`,
    remedy: 'Cambia una de las dos fechas, o vacíala.',
  }),
  overlap: ({ season, other }) => ({
    what: `${season} empieza antes de que acabe ${other}. Una carrera cuenta para la temporada que nombra.`,
    remedy: 'Cambia una de las fechas, o vacíala.',
  }),
  unknownScoring: ({ scoring }) => ({
    what: `Ninguna tabla de puntos se llama «${shortened(scoring)}»; cuentan los puntos normales.`,
    remedy: 'Elige una de la pestaña Scoring, o añádela allí.',
  }),
  raceWithout: ({ race, what }) => ({
    what: `${race} tiene resultados pero no ${without[what]}, así que no cuentan en ningún sitio.`,
    remedy: what === 'season' ? 'Elige la temporada en que se corrió.' : 'Elige su estado: Final si ha terminado.',
  }),
  scoringWithoutPlaces: ({ scoring }) => ({
    what: `La tabla de puntos «${shortened(scoring)}» no da puntos a ningún puesto; cuentan los puntos normales.`,
    remedy: 'Añade en la pestaña Scoring una fila para cada puesto: 1, 2, 3, etc., con sus puntos.',
  }),
  adjustmentWithout: ({ what }) => ({
    what: `Este ajuste no tiene ${without[what]}, así que no cuenta.`,
    remedy: what === 'points' ? 'Escríbelos: por debajo de cero para una penalización.' : 'Elige uno.',
  }),
  overdrawn: ({ holder, had, amount, currency }) => ({
    what: `Salieron del libro ${money(amount, currency)}, pero ${holder} tenía ${money(had, currency)}.`,
    remedy: 'Escribe la diferencia al revés, desde Outside, en una fila nueva.',
  }),
  potWhileOff: ({ pot, amount, currency }) => ({
    what: `Money está en Off, y en ${pot} hay ${money(amount, currency)}. No se pierde nada: espera.`,
    remedy: 'Pon Money en On hasta que se pague, o escribe en Ledger adónde va.',
  }),
  potOfNobody: ({ pot, amount, currency }) => ({
    what: `En ${pot} hay ${money(amount, currency)}, y no queda nadie que lo gane.`,
    remedy: 'Escribe en Ledger adónde va.',
  }),
  potBelow0: ({ pot, amount, currency }) => ({
    what: `Se sacaron ${money(amount, currency)} más de lo que había en ${pot}.`,
    remedy: 'Escribe en Ledger de dónde viene.',
  }),
  circle: ({ racers }) => ({
    what:
      racers.length === 1
        ? `${list(racers)} no puede ser la misma persona que sí misma.`
        : `${list(racers)} van en círculo, así que cada cual cuenta por su lado.`,
    remedy: 'Vacía esta celda para aquel por quien cuentan los demás.',
  }),
  computedStatus: ({ race }) => ({
    what: `El estado de ${race} es una fórmula, así que la carrera no pasa a definitiva sola.`,
    remedy: 'Escribe el estado, o elígelo.',
  }),
  beyondPlaces: ({ position, places }) => ({
    what: `«${position}» pasa de las ${places} plazas de una carrera.`,
    remedy: `Usa de 1 a ${places}, DNF, DSQ o DNS, o sube Places en Settings.`,
  }),
  more: ({ problems }) => ({
    what: `Y ${problems} más.`,
    remedy: 'Salen aquí en cuanto se arreglen algunos de estos.',
  }),
  rowsMissing: ({ tab, rows }) => ({
    what: `Han desaparecido ${rows} filas de ${tab} a la vez; siguen contando.`,
    remedy: 'Deshazlo en la hoja, o elige en el panel: recuperarlas, o dejarlas ir.',
  }),
  tabMissing: ({ tab }) => ({
    what: `La pestaña ${tab} no está.`,
    remedy: `Deshazlo, o da otra vez el nombre ${tab} a la pestaña que era. Hasta entonces cuenta lo último que decía.`,
  }),
  columnsMissing: ({ tab, headers }) => ({
    what: `En ${tab} ${headers.length === 1 ? 'falta la columna' : 'faltan las columnas'} ${list(headers)}.`,
    remedy: `Escribe ${headers.length === 1 ? 'la cabecera' : 'las cabeceras'} en la fila 1 otra vez. Hasta entonces cuenta lo último que había.`,
  }),
};

function sayPosition(position: Position | undefined): string {
  return position === undefined ? 'sin puesto' : `con ${place(position)}`;
}
