import type { Row } from './figure.ts'

const shown = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)

/** One row as a line: what, median, range, how many, goal, met or not. */
export function lineOf({ what, value, unit, goal, met }: Row): string {
  const range = value.least === value.most ? '' : `${shown(value.least)}–${shown(value.most)}`
  const verdict = goal === null ? '' : `${goal}: ${met ? 'met' : 'NOT MET'}`
  return [
    what.padEnd(46),
    `${shown(value.median)} ${unit}`.padEnd(18),
    range.padEnd(18),
    `n=${value.of}`.padEnd(8),
    verdict,
  ]
    .join(' ')
    .trimEnd()
}
