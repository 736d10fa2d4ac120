import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ConfigFaults, readConfig, VARIABLES } from '../src/config.ts'

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigFaults) return error
    throw error
  }
  throw new Error('these settings were accepted')
}

test('a station without any settings gets the defaults', () => {
  expect(readConfig({}, false)).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: 'file:data/schatkamer.db',
    station: 'schedules/station.yaml',
    logLevel: 'info',
    logFormat: 'json',
    sandboxUrl: null,
    deskUrl: null,
  })
})

test('an empty setting counts as one that is not there', () => {
  expect(readConfig({ PORT: '', SANDBOX_URL: ' ' }, false)).toEqual(readConfig({}, false))
})

test('the log is readable where a person watches, unless the settings say otherwise', () => {
  expect(readConfig({}, true).logFormat).toBe('readable')
  expect(readConfig({ LOG_FORMAT: 'json' }, true).logFormat).toBe('json')
  expect(readConfig({ LOG_FORMAT: 'readable' }, false).logFormat).toBe('readable')
})

test('port 0 asks for any free port', () => {
  expect(readConfig({ PORT: '0' }).port).toBe(0)
})

test('a stand-in is named by its origin, with any address of this machine', () => {
  expect(readConfig({ SANDBOX_URL: 'http://127.0.0.1:3001/' }).sandboxUrl).toBe('http://127.0.0.1:3001')
  expect(readConfig({ DESK_URL: 'http://[::1]:3002' }).deskUrl).toBe('http://[::1]:3002')
  expect(readConfig({ DESK_URL: 'https://localhost:3002' }).deskUrl).toBe('https://localhost:3002')
})

test('all faults are reported at once, each with what was found, what is allowed and what to do', () => {
  const error = faultsOf({
    PORT: '70000',
    HOST: 'http://127.0.0.1',
    DATABASE_URL: 'postgres://db',
    STATION: 'schedules',
    LOG_LEVEL: 'loud',
    LOG_FORMAT: 'xml',
    SANDBOX_URL: 'http://example.org',
    DESK_URL: 'ftp://127.0.0.1',
  })
  expect(error.faults.map(({ variable }) => variable).toSorted()).toEqual(VARIABLES.toSorted())
  expect(error.message.split('\n')).toHaveLength(VARIABLES.length)
  expect(error.message).toContain(
    'PORT: found "70000"; allowed is a port from 0 to 65535 (0: any free port). ' +
      'Correct PORT or leave it out; .env.example explains it.',
  )
})

test.each([
  'http://127.0.0.1.example.org',
  'http://reader@127.0.0.1',
  'http://127.0.0.1/desk',
  'http://127.0.0.1?to=elsewhere',
  '//127.0.0.1',
  'http://10.0.0.1',
])('a stand-in at %s is refused: it is not plainly this machine', (url) => {
  expect(faultsOf({ DESK_URL: url }).faults.map(({ variable }) => variable)).toEqual(['DESK_URL'])
})

test.each(['-1', '3000.5', '0x10', 'abc', '65536'])('port %s is refused', (port) => {
  expect(faultsOf({ PORT: port }).faults[0]).toMatchObject({ variable: 'PORT', found: `"${port}"` })
})

const example = readFileSync('.env.example', 'utf8')

test('.env.example explains exactly the settings that are read, each under a comment', () => {
  const blocks = example.trim().split(/\n\n+/).slice(1)
  const names = blocks.map((block) => /^#? ?([A-Z_]+)=/m.exec(block)?.[1])
  expect(names).toEqual(VARIABLES)
  for (const block of blocks) expect(block).toMatch(/^# \S.{20}/)
})

test('the values that .env.example sets are the defaults', () => {
  const set = Object.fromEntries(
    example.split('\n').flatMap((line) => {
      const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
  expect(readConfig(set, false)).toEqual(readConfig({}, false))
})
