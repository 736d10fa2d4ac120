import type { Weekday } from './station.ts'

/** What people say for days and spans, in Dutch and English; a coordinator may mix them. */
export const WEEKDAYS: Record<string, Weekday> = {
  ...named(['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']),
  ...named(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  ...named(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']),
  ...named(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
}

export const MONTHS: Record<string, number> = {
  ...counted('januari februari maart april mei juni juli augustus september oktober november december'),
  ...counted('january february march april may june july august september october november december'),
  ...counted('jan feb mrt apr mei jun jul aug sep okt nov dec'),
  ...counted('jan feb mar apr may jun jul aug sep oct nov dec'),
}

/** Days from today. */
export const DAYS_AHEAD: Record<string, number> = {
  vandaag: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
}

/** Weekdays in cron's numbers. */
export const GROUPS: Record<string, string> = {
  dag: '*',
  day: '*',
  werkdag: '1-5',
  workday: '1-5',
  weekday: '1-5',
  weekend: '6,0',
}

/** Minutes. */
export const SPANS: Record<string, number> = {
  ...spans(1, 'minuut minuten minute minutes min'),
  ...spans(60, 'uur uren hour hours'),
  ...spans(24 * 60, 'dag dagen day days'),
  ...spans(7 * 24 * 60, 'week weken weeks'),
}

function named(words: readonly string[]): Record<string, Weekday> {
  return Object.fromEntries(words.map((word, i) => [word, (i + 1) as Weekday]))
}

function counted(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, i) => [word, i + 1]))
}

function spans(minutes: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, minutes]))
}
