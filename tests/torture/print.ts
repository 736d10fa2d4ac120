import type { Count } from './count.ts'
import type { Tally } from './mischief.ts'

/** The outcome as a table, and at its end one sentence that says it all. */
export function report(
  count: Count,
  wrong: Record<string, string[]>,
  vanished: string[],
  tally: Tally,
  rounds: number,
): string {
  const { inbound, replies, posts } = count
  const before = [...replies.beforePerson.values()].reduce((sum, it) => sum + it, 0)
  const list = (entries: Iterable<[string, number]>) =>
    [...entries]
      .sort(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${times}`)
      .join(' · ')
  const rows: [string, string][] = [
    ['rounds', `${rounds}`],
    ['SIGKILL', list(Object.entries(tally.kills))],
    ['faults', list(tally.faults)],
    ['messages', `${inbound.written} written · ${inbound.edited} edited · ${inbound.deleted} deleted`],
    ['', `${inbound.shown} each in one of ${inbound.threads} threads`],
    ['replies', `${replies.asked} asked for · ${replies.accepted} accepted · ${replies.public} public`],
    ['', `${before} before a person (${share(before, replies.asked)})`],
    ...[...replies.beforePerson]
      .sort(([, a], [, b]) => b - a)
      .map(([why, n]): [string, string] => ['', `  ${n} × ${why}`]),
    ['posts', `${posts.planned} due · ${posts.public} public · ${posts.beforePerson} before a person`],
    ...Object.entries(wrong).map(([what, found]): [string, string] => [what, `${found.length}`]),
    ['vanished', `${vanished.length}`],
  ]
  const details = Object.entries(wrong).flatMap(([what, found]) => found.slice(0, 12).map((it) => `  ${what}: ${it}`))
  return [
    ...rows.map(([name, value]) => `${name.padEnd(16)}${value}`),
    ...details,
    ...vanished.slice(0, 12).map((it) => `  vanished: ${it}`),
    '',
    `Lost ${wrong.lost?.length ?? 0}, doubled ${wrong.doubled?.length ?? 0}, disordered ${wrong.disordered?.length ?? 0}; ` +
      `of ${replies.asked} replies ${replies.public} are public once and ${before} are before a person.`,
    '',
  ].join('\n')
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
