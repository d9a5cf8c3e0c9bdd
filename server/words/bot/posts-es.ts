/** What the bot's posts say, in Spanish. Names come in as they are to be shown, moments as Discord shows them. */
import { count, list, number, place, points, signed } from './es/numbers.ts';
import { medal } from './medal.ts';
import { type PostWords, shortly } from './posts.ts';

export const postsInSpanish: PostWords = {
  number,

  card: {
    open: (race) => `### 🏁 ${race} está abierta`,
    running: (race) => `### 🏎️ ${race} está en marcha`,
    reporting: (race) => `### 🏎️ ${race}: van llegando los resultados`,
    won: (race, winners) =>
      winners.length === 0
        ? `### 🏁 ${race} ha terminado`
        : `### 🏆 ¡${list(winners)} ${winners.length === 1 ? 'gana' : 'ganan'} ${race}!`,
    void: (race) => `### ${race} no cuenta\nUn anfitrión la ha anulado. Sus resultados siguen en la hoja.`,
    where: (season, night) => `-# ${[season, night].filter(Boolean).join(' · ')}`,
    nobody: (places) => `Aún no hay nadie. ${count(places, 'plaza')} por ocupar.`,
    in: (names, places) => `**${names.length} de ${places}**: ${list(names)}`,
    racing: (names) => `Corren: ${list(names)}`,
    hint: 'Cuando cruces la meta, di tu puesto.',
    said: ({ name, position }) => `${place(position)} ${name}`,
    waitsFor: (names) => `Faltan por decir su puesto: ${list(names)}`,
    finalIn: (when) => `Definitiva ${when}, si nadie dice que no.`,
    objection: (name) => `${name} dice que no es así. Espera un cambio, o a un anfitrión.`,
    line: ({ name, position, points: worth }, rank) =>
      `${rank === undefined ? '▫️' : medal(rank)} **${place(position)}** ${name} · ${signed(worth)}`,
    pending: 'Los puntos cuentan cuando la carrera es definitiva.',
  },

  contradiction: {
    ask: (mentions, race, position) =>
      `${list(mentions)}: decís ${mentions.length > 2 ? 'todos' : 'los dos'} ${place(position)} en **${race}**. Quien se equivoque, que pulse **Mi puesto** otra vez. ¿Dudas? Pregunta a un anfitrión.`,
    voided: (race) => `**${race}** se ha anulado, así que nadie tiene que responder.`,
    settled: (race) => `Arreglado: los puestos de **${race}** cuadran. ¡Gracias!`,
  },

  correction: {
    title: (races) => (races.length === 0 ? '### ✏️ Una corrección' : `### ✏️ Corrección: ${list(races)}`),
    inSeason: (season) => `-# ${season}`,
    move: ({ name, points: [from, to], rank: [was, is] }) => {
      if (was === null) return `**${name}** entra con ${points(to)}${is === null ? '' : `, ${place(is)}`}`;
      if (is === null) return `**${name}** sale de la tabla (${points(from)})`;
      const score = from === to ? points(to) : `${number(from)} → ${points(to)}`;
      return `**${name}** ${score}${was === is ? '' : `, ${place(was)} → ${place(is)}`}`;
    },
    champions: (names) => (names.length === 0 ? 'Ya no tiene campeón.' : `🏆 El título es ahora de **${list(names)}**`),
    more: (n) => `… y ${count(n, 'cambio')} más.`,
  },

  recap: {
    title: (night) => `## 🌙 ${night}: hasta aquí por hoy`,
    races: (races, racers) => `${count(races, 'carrera')}, ${count(racers, 'participante')}.`,
    nothing: 'Sus carreras se han anulado, así que no cuenta nada.',
    best: (names, most) => `Más puntos: **${list(names)}** con ${points(most)}.`,
    line: ({ rank, name, points: total, wins }) =>
      `${medal(rank)} ${name} · ${points(total)}${wins > 0 ? ` · ${count(wins, 'victoria')}` : ''}`,
    more: (n) => `… y ${count(n, 'participante')} más.`,
    up: (moves) => `📈 ${moves.join(' · ')}`,
    move: (name, from, to) => `${name} ${place(from)} → ${place(to)}`,
    leads: (names, season) =>
      `${list(names)} ${names.length === 1 ? 'se pone' : 'se ponen'} al frente de **${season}**.`,
    still: (names, season) => `${list(names)} ${names.length === 1 ? 'sigue' : 'siguen'} al frente de **${season}**.`,
    next: (race, day, away) => `📅 Siguiente: **${race}**, ${day} (${away})`,
    thanks: '¡Buenas noches, y gracias por correr!',
  },

  standings: {
    title: (season) => `## ${season}: la tabla`,
    none: '-# Aún no cuenta ninguna carrera.',
    after: (race, races) => `-# Tras ${race} · ${count(races, 'carrera')} hasta ahora`,
  },

  weekly: {
    title: (league) => `## 📅 La semana en ${league}`,
    raced: (races, racers) => `${count(races, 'carrera')} esta semana, ${count(racers, 'participante')}.`,
    inSeason: (season) => `-# ${season}`,
    quiet: 'Esta semana no ha habido carreras.',
  },

  final: {
    title: (season, names) =>
      names.length === 0 ? `## ${season} ha terminado` : `## 🏆 ¡${list(names)}: el título de ${season}!`,
    raced: (races, racers) => `${count(races, 'carrera')} y ${count(racers, 'participante')} han hecho esta temporada.`,
    line: ({ rank, name, points: total }) => `${medal(rank)} **${name}** · ${points(total)}`,
    grandPrize: ({ amount, names, by }) =>
      `🎁 Gran premio: **${amount}** para ${list(names)}${by === undefined ? '' : `, con el apoyo de ${by}`}`,
    presentedBy: (sponsor) => `-# Con el apoyo de ${sponsor}`,
    goesOn: (season) =>
      `## ${season} sigue, después de todo\nUn anfitrión la ha abierto otra vez. El título se decide cuando acabe.`,
    next: (season) => `**${season}** está abierta. ¡Todo el mundo empieza de cero!`,
    thanks: 'Gracias a todo el mundo por correr.',
  },

  picture: {
    table: (season) => `${season} · Clasificación`,
    after: (league, race) => `${league} · tras ${race}`,
    podium: (league) => `${league} · Clasificación final`,
    points,
    more: (n) => `y ${n} más`,
    presentedBy: 'Con el apoyo de',
    tableSays: (season, lines) =>
      `${season}: ${lines.map(({ rank, name, points: total }) => `${place(rank)} ${name} ${points(total)}`).join(', ')}`,
    podiumSays: (season, lines) =>
      `El podio de ${season}: ${lines.map(({ rank, name, points: total }) => `${place(rank)} ${name} con ${points(total)}`).join(', ')}`,
  },

  trouble: {
    noChannel: (channel) => ({
      what: `El bot no puede publicar: no hay ningún canal ${channel} que vea aquí.`,
      remedy: 'Deja que vea ese canal, o pon otro en Settings, Channel.',
    }),
    notSeen: (channel) => ({
      what: `El bot no puede publicar: no ve ${channel}.`,
      remedy: 'En Discord, dale Ver canal y Leer el historial de mensajes allí.',
    }),
    notAllowed: (channel) => ({
      what: `El bot no puede publicar en ${channel}.`,
      remedy: 'En Discord, dale Enviar mensajes, Adjuntar archivos y Leer el historial de mensajes allí.',
    }),
    notText: (channel) => ({
      what: `El bot no puede publicar: en ${channel} no se escriben mensajes.`,
      remedy: 'Pon un canal de texto en Settings, Channel.',
    }),
    odd: () => ({
      what: 'Los mensajes del bot esperan: Discord responde, pero no como debería.',
      remedy: 'Lo intenta otra vez por sí mismo. Si sigue así, díselo a quien lleva la liga.',
    }),
    unreachable: () => ({
      what: 'El bot no llega a Discord, así que sus mensajes esperan.',
      remedy: 'No hay que hacer nada: lo intenta otra vez, y publica lo que aún interese.',
    }),
  },

  dropped: (message) => ({
    what: `Discord no ha aceptado un mensaje del bot, y se ha quedado fuera (${shortly(message)}).`,
    remedy: 'En la liga no se pierde nada: mira en el panel. Díselo a quien lleva la liga.',
  }),
};
