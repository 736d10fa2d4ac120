import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { NetworkName } from '../../src/model/network.ts'
import { type NetworksWorld, startNetworks } from '../support/networks/networks.ts'
import { READ_ONLY } from '../support/youtube/oauth.ts'

interface Visit {
  lines: string[]
  bad: string[]
  code: number
}

type Change = (world: NetworksWorld) => Record<string, string | undefined> | undefined

/** `npm run doctor` as a person runs it, with one network's keys, at that network's own address. */
async function visit(name: NetworkName, change: Change): Promise<Visit> {
  const nowhere = 'http://127.0.0.1:9'
  const world = await startNetworks([name], { station: nowhere, desk: nowhere })
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  try {
    const env = { ...world.env, ...change(world), DATABASE_URL: `file:${join(folder, 'station.db')}` }
    const { text, code } = await doctor(env)
    for (const variable of SECRETS) if (world.env[variable]) expect(text).not.toContain(world.env[variable])
    const lines = text.split('\n').filter(Boolean)
    return { lines, bad: lines.filter((it) => it.startsWith('✗')), code }
  } finally {
    await world.stop()
    rmSync(folder, { recursive: true })
  }
}

const doctor = (env: Record<string, string | undefined>): Promise<{ text: string; code: number }> =>
  new Promise((resolve) => {
    const given = { env: { PATH: process.env.PATH, ...env }, timeout: 60_000 }
    execFile(process.execPath, ['--import', 'tsx', 'src/tools/doctor.ts'], given, (error, stdout, stderr) =>
      resolve({ text: stdout + stderr, code: Number(error?.code ?? 0) }),
    )
  })

const SECRETS = [
  'X_API_SECRET',
  'X_ACCESS_TOKEN',
  'X_ACCESS_SECRET',
  'FACEBOOK_APP_SECRET',
  'FACEBOOK_PAGE_TOKEN',
  'FACEBOOK_VERIFY_TOKEN',
  'YOUTUBE_CLIENT_SECRET',
  'YOUTUBE_REFRESH_TOKEN',
]
test.concurrent.each(['x', 'facebook', 'youtube'] as const)('%s with all its keys right is well', async (name) => {
  const { bad, lines, code } = await visit(name, () => undefined)
  expect(bad).toEqual([])
  expect(code).toBe(0)
  expect(lines.join('\n')).toMatch(/: de toegang klopt en hoort bij /)
})

type Case = [what: string, name: NetworkName, change: Change, variable: string, says: RegExp]
const CASES: Case[] = [
  ['a wrong app key', 'x', () => ({ X_API_KEY: 'anotherappskey1234567890' }), 'X_API_KEY', /Consumer Keys/],
  ['a wrong app secret', 'x', () => ({ X_API_SECRET: 'anotherappssecret1234567890' }), 'X_API_KEY', /X_API_SECRET/],
  [
    'a wrong access token',
    'x',
    () => ({ X_ACCESS_TOKEN: '12345-abcdefghijklmnopqrstuvwxyz' }),
    'X_ACCESS_TOKEN',
    /Access Token and Secret/,
  ],
  [
    'a wrong access secret',
    'x',
    () => ({ X_ACCESS_SECRET: 'anothersecret1234567890' }),
    'X_ACCESS_TOKEN',
    /X_ACCESS_SECRET/,
  ],
  ['an access that was withdrawn', 'x', ({ x }) => void x?.revoke(), 'X_ACCESS_TOKEN', /Access Token and Secret/],
  ['an access that may only read', 'x', ({ x }) => void x?.allow('read'), 'X_ACCESS_TOKEN', /Read and write/],
  ['an app id of another app', 'facebook', () => ({ FACEBOOK_APP_ID: '999999999999999' }), 'FACEBOOK_APP_ID', /App ID/],
  [
    'a wrong app secret',
    'facebook',
    () => ({ FACEBOOK_APP_SECRET: '00000000000000000000000000000000' }),
    'FACEBOOK_APP_SECRET',
    /App Secret/,
  ],
  [
    'the id of another page',
    'facebook',
    () => ({ FACEBOOK_PAGE_ID: '555555555555555' }),
    'FACEBOOK_PAGE_ID',
    /pagina-ID/,
  ],
  [
    'a wrong page token',
    'facebook',
    () => ({ FACEBOOK_PAGE_TOKEN: 'EAAofSomebodyElse123' }),
    'FACEBOOK_PAGE_TOKEN',
    /tools\/explorer/,
  ],
  [
    'a page token that has ended',
    'facebook',
    ({ facebook }) => {
      if (facebook) facebook.tokens.page.state = 'expired'
      return undefined
    },
    'FACEBOOK_PAGE_TOKEN',
    /verlopen/,
  ],
  [
    'a page token short of Messenger',
    'facebook',
    ({ facebook }) => void facebook?.tokens.page.permissions.delete('pages_messaging'),
    'FACEBOOK_PAGE_TOKEN',
    /pages_messaging/,
  ],
  [
    'a wrong client id',
    'youtube',
    () => ({ YOUTUBE_CLIENT_ID: '1-other.apps.googleusercontent.com' }),
    'YOUTUBE_CLIENT_ID',
    /Client ID/,
  ],
  [
    'a wrong client secret',
    'youtube',
    () => ({ YOUTUBE_CLIENT_SECRET: 'GOCSPX-of-somebody-else' }),
    'YOUTUBE_CLIENT_SECRET',
    /Client secret/,
  ],
  [
    'a wrong refresh token',
    'youtube',
    () => ({ YOUTUBE_REFRESH_TOKEN: '1//another-refresh-token-1234' }),
    'YOUTUBE_REFRESH_TOKEN',
    /oauthplayground/,
  ],
  [
    'a refresh token that was withdrawn',
    'youtube',
    ({ youtube }) => {
      if (youtube) youtube.oauth.revoked = true
      return undefined
    },
    'YOUTUBE_REFRESH_TOKEN',
    /oauthplayground/,
  ],
  [
    'a refresh token that may only read',
    'youtube',
    ({ youtube }) => {
      if (youtube) youtube.oauth.scopes = [READ_ONLY]
      return undefined
    },
    'YOUTUBE_REFRESH_TOKEN',
    /force-ssl/,
  ],
]
test.concurrent.each(CASES)(
  '%s on %s: one line names it and how to mend it',
  async (_what, name, change, variable, says) => {
    const { bad, lines, code } = await visit(name, change)
    expect(bad, lines.join('\n')).toHaveLength(1)
    expect(bad[0]).toContain(variable)
    expect(bad[0]).toMatch(says)
    expect(code).toBe(1)
  },
)
