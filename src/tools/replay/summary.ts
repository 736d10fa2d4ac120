import type { ReplayWording } from '../../wording/replay.ts'
import type { Verdict } from './judge.ts'
import type { Recording } from './rows.ts'

const EXAMPLES = 20

/** The outcome as a person reads it, line by line; counts of nothing are left out, except where nothing is the point. */
export function summary(verdict: Verdict, recording: Recording, seconds: number, say: ReplayWording): string {
  const counts = (all: Record<string, number>, label: (name: string) => string, always: readonly string[]) =>
    Object.entries(all)
      .filter(([name, count]) => count > 0 || always.includes(name))
      .map(([name, count]) => `  ${String(count).padStart(6)}  ${label(name)}`)
  const worded = (name: string) => say[name as keyof Verdict['in'] | keyof Verdict['out']]
  const lines = [
    say.heading(recording.rows, recording.conversations.length, seconds),
    ...(recording.repeated > 0 ? [say.repeated(recording.repeated)] : []),
    ...recording.faults,
    '',
    say.inbound,
    ...counts(verdict.in, worded, ['right', 'lost', 'doubled', 'disordered']),
    say.outbound,
    ...counts(verdict.out, worded, ['public', 'refused', 'missing', 'doubled']),
  ]
  if (verdict.out.refused > 0) lines.push(say.reasons, ...counts(verdict.reasons, (code) => code, []))
  if (verdict.wrong.length > 0) {
    const shown = verdict.wrong.slice(0, EXAMPLES)
    lines.push(
      say.examples,
      ...shown.map((one) => `  ${say.badRow(one.line, [say[one.verdict], one.detail].filter(Boolean).join(': '))}`),
    )
  }
  lines.push('', verdict.right && recording.faults.length === 0 ? say.perfect : say.faulty, '')
  return lines.join('\n')
}
