import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigFaults } from '../../../src/config.ts'
import { lockDatabase } from '../../../src/lock.ts'
import { openStore } from '../../../src/store/database.ts'
import { examine } from '../../../src/tools/doctor/examine.ts'
import { line } from '../../../src/tools/doctor/finding.ts'
import { ManualClock } from '../../support/clock.ts'
import { badOnes, clinic } from './clinic.ts'

test('a new station on this machine is well, and nothing is made for it', async () => {
  const { folder, visit } = await clinic()
  expect(await visit({ slack: null })).toEqual([
    '✓ Node 20.20.2',
    '✓ De instellingen kloppen.',
    `– ${join(folder, 'station.db')} is er nog niet; het station maakt die bij de eerste start.`,
    "✓ Schatkamer: 10 programma's, uit schedules/station.yaml",
    '– X, Facebook, YouTube: gespeeld door het proefnetwerk (/audience). Met sleutels in .env wordt het echt.',
    '– Zonder SLACK_BOT_TOKEN werkt het team aan het bureau op deze computer (/desk).',
  ])
})

test.each([
  ['18.20.1', '✗ Node 18.20.1 is te oud. Installeer 20.19 of nieuwer.'],
  ['20.18.9', '✗ Node 20.18.9 is te oud. Installeer 20.19 of nieuwer.'],
  ['20.19.0', '✓ Node 20.19.0'],
  ['24.1.0', '✓ Node 24.1.0'],
])('Node %s', async (node, expected) => {
  expect((await (await clinic()).visit({ slack: null, node }))[0]).toBe(expected)
})

test('a database that is there is looked at, and so is who has it', async () => {
  const { base, folder, visit } = await clinic()
  openStore(base.databaseUrl).close()
  expect(await visit({ slack: null })).toContain('✓ Er draait geen station op deze database.')
  const lock = lockDatabase(join(folder, 'station.db'), 0)
  lock.announce('http://127.0.0.1:3000')
  const held = await visit({ slack: null })
  lock.release()
  expect(held).toContain(`✓ Er draait een station op deze database (proces ${process.pid}, http://127.0.0.1:3000).`)
})

test('a file of another program is no database of ours', async () => {
  const { folder, visit } = await clinic()
  writeFileSync(join(folder, 'station.db'), 'not a database, but long enough to be looked at as one')
  expect(badOnes(await visit({ slack: null }))).toEqual([expect.stringContaining('station.db')])
})

test('every fault of the settings and of the station is a line, and then it stops', async () => {
  const { folder, visit } = await clinic()
  mkdirSync(join(folder, 'programmes'))
  writeFileSync(join(folder, 'station.yaml'), 'name: x\nzone: nowhere\n')
  const lines = await visit({ config: { station: join(folder, 'station.yaml') } })
  expect(badOnes(lines).length).toBeGreaterThan(5)
  expect(badOnes(lines)).toContainEqual(expect.stringContaining('station.yaml:2: zone: found "nowhere"'))
  expect(lines.at(-1)).toMatch(/^– What comes after this/)
  const faulty = new ConfigFaults([], 'PORT: found "x"\nHOST: found "y"')
  const findings = examine({
    node: { version: '20.20.2', wanted: '>=20.19' },
    config: () => {
      throw faulty
    },
    clock: new ManualClock(0),
    openOutside: () => {
      throw new Error('nothing goes out')
    },
    openExaminations: () => {
      throw new Error('nothing goes out')
    },
  })
  const told: string[] = []
  for await (const finding of findings) told.push(line(finding))
  expect(told).toEqual([
    '✓ Node 20.20.2',
    '✗ PORT: found "x"',
    '✗ HOST: found "y"',
    '– What comes after this can be seen when this is in order.',
  ])
})

test('what was read from outside stays on its line', () => {
  expect(line({ mark: 'note', text: 'a\nb\u202Ec\u001B[31m' })).toBe('– a b c [31m')
})
