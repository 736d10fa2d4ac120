import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { TextLimits } from '../../src/station/check-entries.ts'
import { StationFaults } from '../../src/station/fault.ts'
import { type LoadOptions, loadStation } from '../../src/station/load.ts'

const measured = { max: 100, measure: (text: string) => text.length, parts: 1 }
export const LIMITS: TextLimits = { x: { ...measured, max: 40 }, facebook: measured, youtube: measured }
/** Wednesday 25 November 2026, 12:00 in Amsterdam. */
export const NOW = Date.UTC(2026, 10, 25, 11)

export const STATION = `name: Schatkamer
zone: Europe/Amsterdam
season: { start: first-start, weeks: 24 }
hours:
  - { days: daily, from: 07:00, to: 23:00 }
accounts: { x: schatkamer, facebook: schatkamer, youtube: schatkamer }
channels: { night: nachtkanaal, alarms: regie }
libraries:
  - { id: deventer, name: Bibliotheek Deventer }
members:
  - { id: curator-deventer, name: Curator Deventer, roles: [curator], library: deventer, initials: CD }
  - { id: expert-muziek, name: Expert Muziek, roles: [expert], partner: muziek, initials: EM }
partners:
  - { id: muziek, name: Muziek, topics: [jazz], channel: partner-muziek, experts: [expert-muziek], credit: Dank }
autoAnswer: { nl: Wij slapen., en: We are asleep. }
`

export const MORNING = `id: ochtendblad
name: Ochtendblad
topic: literatuur
description: Eerste zinnen
channel: ochtendblad
hashtags: ['#Ochtendblad']
hosts: [curator-deventer]
slots:
  - { days: daily, from: 07:00, to: 09:00 }
entries:
  - id: eerste
    cron: '0 7 * * mon'
    texts: { x: Goedemorgen, facebook: Goedemorgen allemaal }
`

export const LISTENING = `id: luisterkamer
name: De Luisterkamer
topic: klassiek
description: Luisteren
channel: luisterkamer
hashtags: ['#Luisterkamer']
hosts: [curator-deventer]
slots:
  - { days: [mon, tue], from: 09:00, to: 11:00 }
`

export interface Files {
  station?: string | Uint8Array
  morning?: string | Uint8Array
  listening?: string | Uint8Array
}

/** Writes a station of two programmes, each file as given or right as it is; returns the path of station.yaml. */
export function writeStation({ station = STATION, morning = MORNING, listening = LISTENING }: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'station-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'programmes'))
  writeFileSync(join(folder, 'station.yaml'), station)
  writeFileSync(join(folder, 'programmes', 'ochtendblad.yaml'), morning)
  writeFileSync(join(folder, 'programmes', 'luisterkamer.yaml'), listening)
  return join(folder, 'station.yaml')
}

export const load = (file: string, options: Partial<LoadOptions> = {}) =>
  loadStation(file, NOW, { limits: LIMITS, ...options })

/** The lines that the faults print, with the folder taken off. */
export function faultsOf(files: Files | string, options: Partial<LoadOptions> = {}): string[] {
  const file = typeof files === 'string' ? files : writeStation(files)
  try {
    load(file, options)
  } catch (error) {
    if (error instanceof StationFaults) return error.message.replaceAll(`${dirname(file)}/`, '').split('\n')
    throw error
  }
  return []
}

/** A file with one part changed; it fails where that part is not in it exactly once. */
export function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not in the file once`)
  return text.replace(from, () => to)
}
