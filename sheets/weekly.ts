/** A day of the week with a time of day, as hosts type it in Settings: `Sunday 20:00`, `sun 8:30 pm`, `domingo 20:00`. */

export interface Weekly {
  /** 0 for Sunday, as in cron and in JavaScript. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const días = ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'] as const;

/** Undefined for what isn't one. A day may be cut to its first three letters. */
export function parseWeekly(text: string): Weekly | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  const found = /^([a-z]{3,})s?,? +(?:at |a las )?(\d{1,2})(?:[:.h](\d{2}))? ?([ap]\.?m\.?)?$/.exec(plain);
  const [, name = '', hours = '', minutes = '0', half] = found ?? [];
  const day = dayCalled(name);
  const hour = hourOf(Number(hours), half);
  const minute = Number(minutes);
  // "Sunday 20" could be a date.
  if (!found || day < 0 || hour === undefined || minute > 59 || (!found[3] && !half)) return undefined;
  return { day, hour, minute };
}

/** `Sunday 20:00`, however it was typed. */
export function makeWeekly({ day, hour, minute }: Weekly): string {
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  return `${days[day]} ${twoDigits(hour)}:${twoDigits(minute)}`;
}

function dayCalled(name: string): number {
  for (const names of [days, días]) {
    const day = names.findIndex((one) => one.toLowerCase().startsWith(name) || `${one.toLowerCase()}s` === name);
    if (day >= 0) return day;
  }
  return -1;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}
