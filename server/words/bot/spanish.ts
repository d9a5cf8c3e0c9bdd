/** What the bot says, in Spanish. Names come in as they are to be shown. */
import { isShared, placeOf } from '../../../sheets/positions.ts';
import type { BotWords } from './english.ts';
import { sayAnswer } from './es/answers.ts';
import { sayBeforehand } from './es/beforehand.ts';
import { sayEffects } from './es/effects.ts';
import { sayBooked } from './es/ledger.ts';
import { count, gain, list, money, place, points } from './es/numbers.ts';
import { problemsInSpanish } from './es/problems.ts';
import { sayRefusal } from './es/refusals.ts';
import { sayTrouble } from './es/trouble.ts';
import { sayWhy } from './es/why.ts';
import { medal, medalFirst } from './medal.ts';

const pickFromList = 'Elige de la lista que sale al escribir.';

export const spanish: BotWords = {
  language: 'es',
  place,
  points,
  money,
  gain,
  list,
  day: (ms, timeZone) => Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone }).format(ms),
  answer: sayAnswer,
  refusal: sayRefusal,
  effects: sayEffects,
  beforehand: sayBeforehand,
  why: sayWhy,
  trouble: sayTrouble,
  problems: problemsInSpanish,

  buttons: {
    join: 'Apuntarme',
    joinLate: 'Apuntarme tarde',
    leave: 'Salir',
    start: 'Dar la salida',
    report: 'Mi puesto',
    object: 'Eso no es así',
    protest: 'Eso está mal',
    next: 'Siguiente carrera',
    panel: 'Abrir el panel',
    otherName: 'Probar otro nombre',
    typed: 'Ya está en la hoja',
    cancel: 'Cancelar',
    fix: 'Sí, ponlo',
    closeRace: 'Sí, es definitiva',
    voidRace: 'Sí, anúlala',
    closeSeason: 'Sí, ciérrala',
  },

  edge: {
    noServer: 'La liga vive en un servidor: pregúntame allí.',
    noLeague: 'Este servidor aún no tiene liga. Quien administra el servidor la empieza con /league setup.',
    oldButton: 'Eso es de otro momento. Usa un comando, o la última tarjeta.',
    oldCommand: 'Ya no conozco ese comando. Escribe / para ver los que hay.',
    noSuch: (what) => `Nada se llama «${what}» aquí. ${pickFromList}`,
    noSuchRacer: (what) =>
      `Nadie que corra aquí se llama «${what}». Quien se apunta a una carrera ya corre; a quien no está en Discord lo añade un anfitrión en el panel.`,
    severalSuch: (what) => `«${what}» puede ser más de una cosa. ${pickFromList}`,
    failed: 'Algo ha fallado aquí. Inténtalo dentro de un minuto.',
    noPanels: (page) =>
      ['Este servidor no puede abrir paneles aquí.', page && `La página de la liga: ${page}`].filter(Boolean).join(' '),
    cancelled: 'No se ha cambiado nada.',
  },

  result: {
    recorded: ({ position, worth, final }) => {
      const rank = placeOf(position);
      const earned = final ? `has ganado **${points(worth)}**` : `ganas **${points(worth)}** cuando sea definitivo`;
      if (rank === undefined) return `🏁 Anotado: ${position}. Y ${earned}.`;
      return `${medal(rank)} ¡Anotado! Has terminado **#${rank}${isShared(position) ? '=' : ''}** y ${earned}.`;
    },
    reported: (reported, entrants) => `${reported} de ${entrants} puestos.`,
    clash: (others, position) =>
      `Pero ${list(others)} también ${others.length === 1 ? 'dice' : 'dicen'} ${place(position)}. Si el error es tuyo, di tu puesto de nuevo; si no, espera: se pregunta a quienes lo dicen.`,
    underWay: 'Ya se está corriendo. Apúntate solo si corres en ella.',
    notInYet: 'Aún no estás en ella.',
    forOthers: 'El puesto de otra persona se pone con /admin-fix.',
    ask: (race) => `¿En qué puesto terminaste en **${race}**?`,
    hint: 'Elige tu puesto',
    further: (listed) => `¿Por detrás del ${place(listed)}? Escribe /result con tu puesto.`,
  },

  name: {
    title: 'Tu nombre en el juego',
    label: 'Nombre en el juego',
    hint: 'Como te ven los demás en la pista',
  },
  protest: {
    title: (race) => `¿Qué está mal en ${race}?`,
    label: 'En una frase',
    hint: 'Fui 3.º, por delante de Robin.',
    none: 'No has corrido ninguna carrera que sea definitiva.',
  },
  voiding: {
    title: (race) => `¿Anular ${race}?`,
    about: (race) => `**${race}** no contará para nada. Sus resultados se quedan en la hoja.`,
    label: '¿Por qué?',
    hint: 'Copa equivocada',
  },

  ask: {
    fix: ({ racer, race, from, to }) =>
      `**${racer}** en **${race}**: ${from === undefined ? 'sin puesto' : place(from)} → ${to === null ? 'sin puesto' : place(to)}`,
    closeRace: ({ race, missing }) =>
      missing.length === 0
        ? `¿Dar **${race}** por definitiva?`
        : `¿Dar **${race}** por definitiva? ${list(missing)} no ${missing.length === 1 ? 'ha dicho su puesto, y contará' : 'han dicho su puesto, y contarán'} como DNS.`,
    voidRace: ({ race, reason }) => `¿Anular **${race}** (${reason})? No contará para nada.`,
    closeSeason: ({ season, next }) =>
      `¿Cerrar **${season}**? Su tabla se guarda, y gana quien va primero.${next === undefined ? '' : ` **${next}** se abre enseguida.`}`,
    effects: 'Esto es lo que cambia:',
    nothing: 'No cambia nada que cuente.',
    more: (n) => `Y ${count(n, 'cambio')} más.`,
    changed: 'Algo ha cambiado mientras tanto. Míralo otra vez:',
  },

  race: {
    none: 'Ahora no hay carrera. Un anfitrión abre una con /race open.',
    noneToVoid: 'Ahora no hay carrera. Para anular una que ya terminó, di cuál: `/race void carrera:`',
    noSeason: (planned) =>
      planned === undefined
        ? 'No hay temporada abierta, así que no hay nada por lo que correr. Un anfitrión prepara una con /season plan y la abre con /season open.'
        : `No hay temporada abierta, así que no hay nada por lo que correr. Un anfitrión abre ${planned} con /season open.`,
    status: {
      Planned: 'prevista',
      Open: 'abierta',
      Running: 'en marcha',
      Reporting: 'llegan los resultados',
      Final: 'definitiva',
      Void: 'anulada',
    },
    head: ({ race, status }) => `**${race}** · ${status}`,
    racers: (names, places) =>
      names.length === 0 ? `Aún nadie; ${count(places, 'plaza')}.` : `${names.length} de ${places}: ${list(names)}`,
    waitsFor: (names) => `Falta el puesto de ${list(names)}`,
    clash: (names, position) => `${list(names)} dicen ${place(position)}. Quien se equivoque, que lo diga de nuevo.`,
    gaps: (places) => `Nadie tiene el ${list(places.map(place))}.`,
    objection: (name) => `${name} dice que no es así. Espera un cambio, o a un anfitrión.`,
    finalIn: (when) => `Definitiva ${when}, si nadie se opone.`,
    nextPlanned: (race, when) => `La próxima: ${race}, ${when}`,
    noOver: 'Aún no ha terminado ninguna carrera. Abre una con /race open.',
    noOpen: 'No hay ninguna carrera abierta a la que dar la salida. Abre una con /race open.',
  },

  standings: {
    title: (season) => `## ${season}`,
    empty: 'Aún no hay carreras definitivas. La tabla empieza con la primera.',
    noSeason: 'No hay temporada abierta. Un anfitrión abre una con /season open.',
    line: ({ rank, name, points: total, wins }) =>
      `${medalFirst(rank)}**${place(rank)}** ${name} · ${points(total)}${wins > 0 ? ` · ${count(wins, 'victoria')}` : ''}`,
    more: (n) => `… y ${n} más.`,
    you: (line) => `Tú: ${line}`,
  },

  profile: {
    notRaced: 'Aún no has corrido aquí. Apúntate a una carrera, y tus trofeos se juntarán aquí.',
    season: ({ name, rank, points: total, wins }) =>
      `${name}: **${place(rank)}** con ${points(total)}${wins > 0 ? `, ${count(wins, 'victoria')}` : ''}`,
    noSeason: 'Aún no está en la clasificación de la temporada abierta.',
    career: ({ seasons, races, wins, podiums, titles }) =>
      [
        ...(titles > 0 ? [count(titles, 'título')] : []),
        ...(wins > 0 ? [count(wins, 'victoria')] : []),
        ...(podiums > 0 ? [count(podiums, 'podio')] : []),
        `${count(races, 'carrera')} en ${count(seasons, 'temporada')}`,
      ].join(' · '),
    trophies: '**Vitrina**',
    noTrophies: 'Aún sin trofeos. Los tres primeros de cada carrera y temporada se llevan uno.',
    trophy: ({ season, race }) => (race === undefined ? `**${season}**` : `${race}, ${season}`),
    more: (n) => `… y ${count(n, 'anterior', 'anteriores')}.`,
    form: (places) =>
      places.length === 1
        ? `La última: ${places.map(place).join('')}`
        : `Las últimas ${places.length}, de la más reciente a la más antigua: ${places.map(place).join(', ')}`,
    streak: ({ winStreak, podiumStreak }) => {
      if (winStreak.now >= 2) return `¡${winStreak.now} victorias seguidas!`;
      return podiumStreak.now >= 2 ? `¡${podiumStreak.now} podios seguidos!` : undefined;
    },
  },

  whyNot: {
    you: 'Aún no estás en la clasificación de la temporada abierta.',
    other: (name) => `${name} aún no está en la clasificación de la temporada abierta.`,
    youThen: (season) => `No estabas en la clasificación de ${season}, y no hay temporada abierta.`,
    otherThen: (name, season) => `${name} no estaba en la clasificación de ${season}, y no hay temporada abierta.`,
  },

  wallet: {
    off: 'En esta liga no hay dinero: se corre por puntos.',
    balance: (balance) => `Tu saldo: **${balance}**`,
    empty: 'Aún sin movimientos.',
    booked: sayBooked,
    booking: ({ when, amount, why }) => `${when} **${amount}** ${why}`,
  },

  season: {
    badDate: (given) => `«${given}» no es un día. Escríbelo como 2026-03-01.`,
    noneToOpen: 'No hay ninguna temporada preparada. Prepara una con /season plan.',
    noneToClose: 'No hay ninguna temporada abierta.',
    status: { Planned: 'preparada', Open: 'abierta', Closed: 'cerrada' },
    head: ({ season, status }) => `## ${season}\n-# ${status}`,
    champion: ({ name, points: total, wins }) =>
      `🏆 Título para **${name}** · ${points(total)}${wins > 0 ? ` · ${count(wins, 'victoria')}` : ''}`,
    raced: (races, racers) => `${count(races, 'carrera')}, ${count(racers, 'participante')}`,
    mostWins: (names, wins) => `Más victorias: ${list(names)} (${wins})`,
    dates: (starts, ends) =>
      [starts && `Desde el ${starts}`, ends && `${starts ? 'hasta' : 'Hasta'} el ${ends}`].filter(Boolean).join(' '),
    notRaced: 'Aún no se ha corrido nada en ella.',
  },

  league: {
    title: (name) => `## ${name}`,
    noSeason: 'No hay temporada abierta.',
    season: (season, races) =>
      `${season} está abierta, con ${count(races, 'carrera definitiva', 'carreras definitivas')}.`,
    racing: (races) => `En curso: ${list(races)}`,
    sheet: {
      saved: 'Todo está en la hoja.',
      saving: 'Los últimos cambios van de camino a la hoja.',
      unreachable: 'La hoja no responde ahora. No se pierde nada: se escribe después.',
    },
    problems: (n) => (n === 0 ? 'Sin problemas en la hoja.' : `${count(n, 'problema')} en la hoja: /league problems`),
    queue: (n) => `${count(n, 'asunto')} ${n === 1 ? 'espera' : 'esperan'} a un anfitrión en el panel.`,
    noProblems: 'Todo está bien en la hoja.',
    problem: ({ where, what, remedy }) => `**${where}**: ${what} ${remedy}`,
    moreProblems: (n) => `… y ${n} más. Están todos en la pestaña Problems.`,
    has: (name) => `Este servidor ya tiene su liga: **${name}**. Lo demás está en el panel y en la hoja.`,
    setup: (account) =>
      [
        '## Una liga para este servidor',
        'Lo guarda todo en una hoja de Google vuestra.',
        '1. Haz una hoja en blanco (sheets.new en un navegador).',
        `2. Elige **Compartir** en ella, y añade \`${account}\` como Editor.`,
        '3. Mándame su dirección: `/league setup sheet:` y pégala. O sigue en el panel.',
      ].join('\n'),
    code: ({ title, code }) =>
      `Escribe esto en cualquier celda vacía de **${title}**:\n## \`${code}\`\nAsí se ve que la hoja es vuestra; se borra solo al encontrarlo.`,
    notYet: 'Aún no está. Revisa las letras, sal de la celda con Intro, y prueba otra vez.',
    connected:
      'La liga está lista. Empieza con /race open; /season plan prepara otra temporada. Publico carreras y resultados en cuanto Settings, en la hoja, nombre un canal en Channel, como #resultados.',
    noChannel: 'Aún no publico en ningún canal: escribe uno, como #resultados, en Settings, Channel, en la hoja.',
  },

  notice: {
    head: '⚠️ Para ti, que eres anfitrión:',
    protest: ({ racer, race, says }) =>
      `**${racer}** dice que **${race}** está mal: «${says}». Respóndele en el panel, en la mesa de anfitriones.`,
    answer: ({ race, how, says }) =>
      how === 'fixed'
        ? `✅ Los anfitriones corrigieron **${race}** después de tu protesta.${says === '' ? '' : ` «${says}»`}`
        : `💬 Los anfitriones miraron tu protesta sobre **${race}**, y el resultado se queda. «${says}»`,
    sheetDown: 'Google no responde, así que la hoja no está al día. No se pierde nada: se escribe después.',
  },
};
