import type { Weekday } from '../model/station.ts'
import { bilingual } from './bilingual.ts'

const days: Record<'nl' | 'en', Record<Weekday, string>> = {
  nl: {
    1: 'maandag',
    2: 'dinsdag',
    3: 'woensdag',
    4: 'donderdag',
    5: 'vrijdag',
    6: 'zaterdag',
    7: 'zondag',
  },
  en: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
}

/** Days as people say them: a run of three or more by its ends. */
function daysText(language: 'nl' | 'en', chosen: readonly Weekday[], words: { to: string; and: string }): string {
  const sorted = [...chosen].sort((a, b) => a - b)
  const first = sorted[0] ?? 1
  const name = (day: Weekday) => days[language][day]
  const inRow = sorted.every((day, at) => day === first + at)
  if (inRow && sorted.length > 2) return `${name(first)} ${words.to} ${name(sorted.at(-1) ?? first)}`
  return sorted.length === 1
    ? name(first)
    : `${sorted.slice(0, -1).map(name).join(', ')} ${words.and} ${name(sorted.at(-1) ?? first)}`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** When a programme is on, and what it is going to bring. */
export const runningOrderWords = bilingual({
  nl: {
    daily: 'elke dag',
    days: (chosen: readonly Weekday[]) => daysText('nl', chosen, { to: 'tot en met', and: 'en' }),
    order: (times: readonly string[], hosts: readonly string[]) =>
      capital(`${times.join('; ')}${hosts.length > 0 ? ` · presentatie: ${hosts.join(', ')}` : ''}`),
    title: (programme: string, from: string, to: string) => `Zo meteen: ${programme}, ${from}–${to}`,
    hosts: 'Presentatie',
    noPosts: 'Er staat geen bericht klaar.',
  },
  en: {
    daily: 'every day',
    days: (chosen: readonly Weekday[]) => daysText('en', chosen, { to: 'to', and: 'and' }),
    order: (times: readonly string[], hosts: readonly string[]) =>
      capital(`${times.join('; ')}${hosts.length > 0 ? ` · hosts: ${hosts.join(', ')}` : ''}`),
    title: (programme: string, from: string, to: string) => `Coming up: ${programme}, ${from}–${to}`,
    hosts: 'Hosts',
    noPosts: 'No post is ready.',
  },
})
