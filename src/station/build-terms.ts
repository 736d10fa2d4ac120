import type { Station, XTerms } from '../model/station.ts'
import type { StationShape } from './shapes.ts'

const MICRO = 1_000_000
const micro = (dollars: number): number => Math.round(dollars * MICRO)
const cap = (dollars: number | null): number | null => (dollars === null ? null : micro(dollars))

/** What each network may cost. X counts its days in UTC; YouTube's begin at midnight Pacific; Facebook asks nothing. */
export function buildTerms({ x, youtube }: StationShape['networks']): Station['networks'] {
  const prices = Object.fromEntries(Object.entries(x.prices).map(([what, dollars]) => [what, micro(dollars)]))
  return {
    x: {
      allowance: { unit: 'usd', zone: 'UTC', day: cap(x.day), month: cap(x.month), reserve: x.reserve / 100 },
      prices: prices as XTerms['prices'],
      listen: { hashtags: x.hashtags, searches: x.searches },
    },
    facebook: { allowance: { unit: 'units', zone: 'UTC', day: null, month: null, reserve: 0 } },
    youtube: {
      allowance: {
        unit: 'units',
        zone: 'America/Los_Angeles',
        day: youtube.day,
        month: null,
        reserve: youtube.reserve / 100,
      },
    },
  }
}
