/** What Discord shows of the commands before they are sent. The commands' names are the same in every language. */

export interface InBoth {
  en: string;
  es: string;
}

export const commandWords = {
  result: { en: 'Record where you finished.', es: 'Anota en qué puesto terminaste.' },
  'admin-fix': { en: "Hosts: set anyone's place in any race.", es: 'Anfitriones: cambia el puesto de cualquiera.' },
  race: { en: 'Run a race.', es: 'Lleva una carrera.' },
  'race open': {
    en: 'Open a race that racers can join.',
    es: 'Abre una carrera para que la gente se apunte.',
  },
  'race next': {
    en: 'Open the next race with the same racers.',
    es: 'Abre la siguiente carrera con la misma gente.',
  },
  'race start': { en: 'Start the race.', es: 'Da la salida.' },
  'race close': {
    en: "Hosts: make it final. Who hasn't reported did not start.",
    es: 'Anfitriones: da la carrera por terminada.',
  },
  'race void': {
    en: 'Hosts: the race counts for nothing.',
    es: 'Anfitriones: anula la carrera.',
  },
  'race status': {
    en: 'How the races under way are doing.',
    es: 'Cómo van las carreras en curso.',
  },
  protest: {
    en: 'Say what is wrong with a final result.',
    es: 'Di qué está mal en un resultado ya cerrado.',
  },
  standings: { en: 'Who stands where.', es: 'La clasificación.' },
  profile: {
    en: "A racer's season, form and trophy case.",
    es: 'La temporada, la racha y la vitrina de alguien.',
  },
  why: { en: 'Why somebody stands where they do.', es: 'Por qué alguien está donde está.' },
  wallet: {
    en: 'Your balance and what happened to it lately. Only you see it.',
    es: 'Tu saldo y sus últimos movimientos. Solo lo ves tú.',
  },
  season: { en: 'Seasons of the league.', es: 'Las temporadas de la liga.' },
  'season plan': { en: 'Hosts: plan a season to come.', es: 'Anfitriones: prepara una temporada.' },
  'season open': { en: 'Hosts: open a season that was planned.', es: 'Anfitriones: abre una temporada preparada.' },
  'season close': {
    en: 'Hosts: the season is over, and its leader the champion.',
    es: 'Anfitriones: cierra la temporada y corona a quien va primero.',
  },
  'season summary': { en: 'A season in short.', es: 'Una temporada en pocas palabras.' },
  league: { en: 'The league and its Sheet.', es: 'La liga y su hoja.' },
  'league setup': { en: 'Connect a Google Sheet.', es: 'Conecta una hoja de Google.' },
  'league status': { en: 'How the league is doing.', es: 'Cómo va la liga.' },
  'league problems': {
    en: 'Hosts: what is wrong in the Sheet, and what to do.',
    es: 'Anfitriones: qué falla en la hoja y qué hacer.',
  },
} as const satisfies Record<string, InBoth>;

export type CommandName = keyof typeof commandWords;

export const optionWords = {
  position: {
    name: { en: 'position', es: 'puesto' },
    about: { en: 'Such as 1, or DNF if you did not finish.', es: 'Por ejemplo 1, o DNF si no terminaste.' },
  },
  hostsPosition: {
    name: { en: 'position', es: 'puesto' },
    about: {
      en: 'Such as 1, 1= for a dead heat, DNF, DSQ or DNS; none takes it away.',
      es: 'Por ejemplo 1, 1= si empataron, DNF, DSQ o DNS; ninguno lo quita.',
    },
  },
  race: {
    name: { en: 'race', es: 'carrera' },
    about: { en: 'Which race. Left out: the one at hand.', es: 'Qué carrera. Si falta: la de ahora.' },
  },
  whichRace: { name: { en: 'race', es: 'carrera' }, about: { en: 'Which race.', es: 'Qué carrera.' } },
  plannedRace: {
    name: { en: 'race', es: 'carrera' },
    about: { en: 'One that was planned. Left out: a new one.', es: 'Una ya prevista. Si falta: una nueva.' },
  },
  racer: {
    name: { en: 'racer', es: 'piloto' },
    about: { en: 'Whom. Left out: you.', es: 'De quién. Si falta: tú.' },
  },
  whichRacer: { name: { en: 'racer', es: 'piloto' }, about: { en: 'Whose place.', es: 'El puesto de quién.' } },
  season: {
    name: { en: 'season', es: 'temporada' },
    about: {
      en: 'Which season. Left out: the open one, or the last one.',
      es: 'Qué temporada. Si falta: la abierta, o la última.',
    },
  },
  plannedSeason: {
    name: { en: 'season', es: 'temporada' },
    about: { en: 'One that was planned.', es: 'Una ya preparada.' },
  },
  fee: {
    name: { en: 'fee', es: 'precio' },
    about: { en: 'What it costs to enter, such as 2.50.', es: 'Lo que cuesta entrar, por ejemplo 2,50.' },
  },
  share: {
    name: { en: 'share', es: 'compartir' },
    about: {
      en: 'yes shows it to everybody here. Left out: only you see it.',
      es: 'sí: lo ve todo el canal. Si falta: solo lo ves tú.',
    },
  },
  reason: {
    name: { en: 'reason', es: 'motivo' },
    about: { en: 'Why, in a few words.', es: 'Por qué, en pocas palabras.' },
  },
  name: {
    name: { en: 'name', es: 'nombre' },
    about: { en: 'What the season is called.', es: 'Cómo se llama la temporada.' },
  },
  starts: {
    name: { en: 'starts', es: 'empieza' },
    about: { en: 'Its first day, such as 2026-03-01.', es: 'Su primer día, por ejemplo 2026-03-01.' },
  },
  ends: {
    name: { en: 'ends', es: 'termina' },
    about: { en: 'Its last day, such as 2026-05-31.', es: 'Su último día, por ejemplo 2026-05-31.' },
  },
  scoring: {
    name: { en: 'scoring', es: 'puntos' },
    about: { en: 'A table of the Scoring tab.', es: 'Una tabla de la pestaña Scoring.' },
  },
  drop: {
    name: { en: 'drop-worst', es: 'descartes' },
    about: { en: "How many of the worst races don't count.", es: 'Cuántas de las peores carreras no cuentan.' },
  },
  next: {
    name: { en: 'next', es: 'siguiente' },
    about: { en: 'A season that opens at once.', es: 'Una temporada que se abre enseguida.' },
  },
  sheet: {
    name: { en: 'sheet', es: 'hoja' },
    about: { en: "The Sheet's address, from the browser.", es: 'La dirección de la hoja, del navegador.' },
  },
} as const satisfies Record<string, { name: InBoth; about: InBoth }>;

/** What a choice in a list says before it's taken. */
export const choiceWords = {
  dnf: { en: 'DNF, did not finish', es: 'DNF, no terminó' },
  dsq: { en: 'DSQ, disqualified', es: 'DSQ, descalificado' },
  dns: { en: 'DNS, did not start', es: 'DNS, no salió' },
  none: { en: 'none, take the place away', es: 'ninguno, quitar el puesto' },
  shared: { en: 'yes, for everybody to see', es: 'sí, que lo vea todo el canal' },
} as const satisfies Record<string, InBoth>;
