import type { Premises } from '../chat.ts'

/** What of the station's premises the desk has a use for: it knows its people from the station, and has no groups. */
export type DeskPremises = Pick<Premises, 'language' | 'zone' | 'networks' | 'commands'> & {
  people: Omit<Premises['people'][number], 'slack'>[]
  channels: { name: string; topic: string }[]
}
