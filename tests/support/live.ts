import type { Desk } from '../../src/desk/act.ts'
import type { Station } from '../../src/model/station.ts'
import { noticeText } from '../../src/wording/notices.ts'
import { networks, station } from './cast.ts'
import type { TestDesk } from './desk.ts'

/** The networks of the cast, as if each were there for real. */
export const liveNetworks: Desk['networks'] = new Map(
  [...networks].map(([name, facts]) => [name, { ...facts, live: true }]),
)

/** The cast's station with other caps for X: dollars a day and a month, a fifth of them for replies. */
export const stationWith = (caps: { day: number | null; month?: number | null; zone?: string }): Station => ({
  ...station,
  networks: {
    ...station.networks,
    x: {
      ...station.networks.x,
      allowance: {
        unit: 'usd',
        zone: caps.zone ?? 'UTC',
        day: caps.day === null ? null : caps.day * 1_000_000,
        month: caps.month == null ? null : caps.month * 1_000_000,
        reserve: 0.2,
      },
    },
  },
})

/** What stands in the alarms channel, oldest first: each notice's code and its sentence in Dutch. */
export async function alarmsOf({ store }: Pick<TestDesk, 'store'>): Promise<{ notice: string; text: string }[]> {
  const rows = await store.db
    .selectFrom('delivery')
    .select('body')
    .where('subject', '=', 'notice')
    .orderBy('id')
    .execute()
  return rows
    .map((row) => JSON.parse(row.body) as { alarm?: boolean; notice: string; facts?: Record<string, string | number> })
    .filter((body) => body.alarm)
    .map(({ notice, facts }) => ({ notice, text: noticeText('nl', notice, facts) }))
}
