import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import {
  MONDAY_MORNING,
  OnAir,
  type Options,
  type Private,
  type Thread,
  type ThreadMessage,
} from '../support/on-air.ts'
import { freshFolder } from '../support/store.ts'

export const HOLD = 10_000

/** What a test wants otherwise than in the small station. */
export interface Wanted {
  members?: readonly string[]
  /** Entries of Ochtendblad, as YAML. */
  entries?: string
  /** Seconds. */
  hold?: number
  season?: string
  zone?: string
}

const CURATORS = ['curator-deventer', 'curator-delft'] as const

/** Writes a station of two programmes, Ochtendblad until eleven and Boek Kwijt after it; answers with its file. */
export function smallStation(
  folder: string,
  {
    members = CURATORS,
    entries = '  []',
    hold = HOLD / 1_000,
    season = '2027-01-11',
    zone = 'Europe/Amsterdam',
  }: Wanted = {},
): string {
  const programmes = join(folder, 'programmes')
  mkdirSync(programmes, { recursive: true })
  const file = join(folder, 'station.yaml')
  writeFileSync(
    file,
    `name: Schatkamer
zone: ${zone}
language: nl
season: { start: ${season}, weeks: 24 }
hours:
  - { days: daily, from: 07:00, to: 23:00 }
accounts: { x: schatkamer, facebook: schatkamer, youtube: schatkamer }
channels: { night: nachtkanaal, alarms: regie }
libraries:
  - { id: deventer, name: Bibliotheek Deventer }
members:
${members.map((id, n) => `  - { id: ${id}, name: ${id}, roles: [curator], library: deventer, initials: C${'ABCDEFG'[n]} }`).join('\n')}
autoAnswer: { nl: Morgen lezen we je bericht., en: We read your message tomorrow. }
replies: { hold: ${hold}, claim: 30, reopenDays: 30, initials: '' }
`,
  )
  const programme = (id: string, tag: string, from: string, to: string, own: string) =>
    writeFileSync(
      join(programmes, `${id}.yaml`),
      `id: ${id}
name: ${tag}
topic: ${id}
description: ${tag}
channel: ${id}
hashtags: ['#${tag}']
hosts: [curator-deventer]
slots:
  - { days: daily, from: ${from}, to: ${to} }
grace: 30
entries:
${own}
`,
    )
  programme('ochtendblad', 'Ochtendblad', '07:00', '11:00', entries)
  programme('boek-kwijt', 'BoekKwijt', '11:00', '23:00', '  []')
  return file
}

/** The small station on the air, in a folder of its own. */
export function onAir(wanted: Wanted = {}, options: Options & { now?: number } = {}): Promise<OnAir> {
  const folder = freshFolder()
  return OnAir.at(options.now ?? MONDAY_MORNING, folder, { station: smallStation(folder, wanted), ...options })
}

/** What the station's own file says, read from beside it. */
export function stored<T>(folder: string, query: string, ...values: unknown[]): T[] {
  const sqlite = new Database(join(folder, 'station.db'), { readonly: true })
  try {
    return sqlite.prepare<unknown[], T>(query).all(...values)
  } finally {
    sqlite.close()
  }
}

/** Changes a database while the station is off. */
export function change(folder: string, statement: string): void {
  const sqlite = new Database(join(folder, 'station.db'))
  try {
    sqlite.exec(statement)
  } finally {
    sqlite.close()
  }
}

/** How often each publication was attempted, in the order in which they were made. */
export const attempts = (folder: string): number[] =>
  stored<{ attempts: number }>(folder, `select attempts from delivery where verb = 'publish' order by id`).map(
    (row) => row.attempts,
  )

export const reply = (station: OnAir, as: string, thread: Thread, text: string): Promise<Private[]> =>
  station.types(as, { channel: thread.channel }, `/reply ${thread.conversation} ${text}`)

/** The message of a thread that has a button, and the button. */
export function pressable(thread: Thread, action: string): { line: ThreadMessage; button: Button } {
  for (const line of thread.messages) {
    const button = line.buttons?.find((it) => it.action === action)
    if (button) return { line, button }
  }
  throw new Error(`nothing to press for ${action}`)
}
type Button = NonNullable<ThreadMessage['buttons']>[number]

/** Off the air when all is planned, and on again `ms` later: what has fallen due goes out at once. */
export async function later(station: OnAir, ms: number): Promise<void> {
  await station.eventually('all of it planned', async () =>
    stored(station.folder, `select 1 from entry where planned_to is null`).length === 0 ? true : undefined,
  )
  await station.stop()
  station.clock.advance(ms)
  await station.start()
}

/** The notices in the alarm channel, oldest first. */
export const alarms = async (station: OnAir): Promise<string[]> =>
  (await station.threads()).filter((it) => it.channel === 'regie').flatMap((it) => it.messages.map(({ text }) => text))

export const fault = (station: OnAir, side: 'sandbox' | 'desk', arranged: object): Promise<unknown> =>
  station.call('POST', `/${side}/faults`, arranged)
