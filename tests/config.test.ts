import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS } from '../commands/index.ts'
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
    slack: null,
    deskToken: null,
    slackPrefix: '',
    x: null,
    facebook: null,
    youtube: null,
    proxy: null,
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
    DESK_TOKEN: 'short',
    SLACK_BOT_TOKEN: 'xoxp-1',
    SLACK_APP_TOKEN: 'xoxb-1',
    SLACK_COMMAND_PREFIX: 'SK ',
    X_API_KEY: 'short',
    X_API_SECRET: 'with a space in it',
    X_ACCESS_TOKEN: 'no-digits-before-the-hyphen',
    X_ACCESS_SECRET: 'short',
    FACEBOOK_APP_ID: 'schatkamer',
    FACEBOOK_APP_SECRET: 'not-hexadecimal',
    FACEBOOK_PAGE_ID: 'schatkamer',
    FACEBOOK_PAGE_TOKEN: 'IGQ-of-another-product',
    FACEBOOK_VERIFY_TOKEN: 'short',
    FACEBOOK_GRAPH_VERSION: '25',
    YOUTUBE_CLIENT_ID: 'schatkamer',
    YOUTUBE_CLIENT_SECRET: 'short',
    YOUTUBE_REFRESH_TOKEN: 'ya29.an-access-token',
    HTTPS_PROXY: 'socks5://127.0.0.1',
  })
  // A signing secret is judged by itself below, and NO_PROXY takes any names.
  const judged = VARIABLES.filter((it) => it !== 'SLACK_SIGNING_SECRET' && it !== 'NO_PROXY')
  expect(error.faults.map(({ variable }) => variable)).toEqual(judged)
  expect(error.message.split('\n')).toHaveLength(judged.length)
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

const BOT = 'xoxb-100-200-abcdefgh'
const APP = 'xapp-1-A100-200-abcdefgh'
const SIGNING = '0123456789abcdef0123456789abcdef'

test('a bot token with an app token is Socket Mode, with a signing secret Slack calls the station', () => {
  const none = { appToken: null, signingSecret: null }
  expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }).slack).toEqual({
    ...none,
    botToken: BOT,
    appToken: APP,
  })
  expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING }).slack).toEqual({
    ...none,
    botToken: BOT,
    signingSecret: SIGNING,
  })
})

test('the prefix counts before there is any token: the manifest is printed first', () => {
  expect(readConfig({ SLACK_COMMAND_PREFIX: 'sk-' })).toMatchObject({ slack: null, slackPrefix: 'sk-' })
})

test.each([
  ['no way in', { SLACK_BOT_TOKEN: BOT }, 'SLACK_APP_TOKEN', 'Without a public address: SLACK_APP_TOKEN'],
  [
    'two ways in',
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING },
    'SLACK_SIGNING_SECRET',
    'Leave SLACK_SIGNING_SECRET out where Socket Mode is on',
  ],
  ['an app token alone', { SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN', 'beside SLACK_APP_TOKEN'],
  ['a signing secret alone', { SLACK_SIGNING_SECRET: SIGNING }, 'SLACK_BOT_TOKEN', 'beside SLACK_SIGNING_SECRET'],
])('with %s the station does not start, and says what to do', (_what, env, variable, sentence) => {
  const { faults, message } = faultsOf(env)
  expect(faults.map((it) => it.variable)).toEqual([variable])
  expect(message).toContain(sentence)
})

test.each([
  ['SLACK_BOT_TOKEN', 'xoxp-user-token-secret', '22 characters beginning with xoxp-'],
  ['SLACK_BOT_TOKEN', 'hunter2hunter2', '14 characters;'],
  ['SLACK_APP_TOKEN', 'xoxb-changed-round-secret', '25 characters beginning with xoxb-'],
  ['SLACK_SIGNING_SECRET', 'xapp-changed-round-secret', '25 characters beginning with xapp-'],
  ['X_API_SECRET', 'a secret with spaces', '20 characters;'],
  ['FACEBOOK_PAGE_TOKEN', 'EAA-secret', '10 characters beginning with EAA'],
  ['YOUTUBE_REFRESH_TOKEN', 'GOCSPX-changed-round-secret', '27 characters beginning with GOCSPX-'],
  ['HTTPS_PROXY', 'socks5://name:secret@proxy:1080', '31 characters beginning with socks5://'],
])('a %s that is none is told by its length and kind, never by what it is', (variable, secret, shown) => {
  const right = {
    ...X,
    ...FACEBOOK,
    ...YOUTUBE,
    SLACK_BOT_TOKEN: BOT,
    ...(variable === 'SLACK_SIGNING_SECRET' ? {} : { SLACK_APP_TOKEN: APP }),
  }
  const error = faultsOf({ ...right, [variable]: secret })
  expect(error.faults.map((it) => it.variable)).toEqual([variable])
  expect(error.message).toContain(`${variable}: found ${shown}`)
  expect(JSON.stringify(error) + error.message).not.toMatch(/secret|hunter/)
})

const X = {
  X_API_KEY: 'abcdefghijklmnopqrstuvwxy',
  X_API_SECRET: 'abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrstuvwxy',
  X_ACCESS_TOKEN: '1234567890-abcdefghijklmnopqrstuvwxyabcdefghijklmno',
  X_ACCESS_SECRET: 'abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrst',
}
const FACEBOOK = {
  FACEBOOK_APP_ID: '123456789012345',
  FACEBOOK_APP_SECRET: '0123456789abcdef0123456789abcdef',
  FACEBOOK_PAGE_ID: '987654321098765',
  FACEBOOK_PAGE_TOKEN: 'EAAabcdefghijklmnopqrstuvwxyz',
}
const YOUTUBE = {
  YOUTUBE_CLIENT_ID: '1234-abcd.apps.googleusercontent.com',
  YOUTUBE_CLIENT_SECRET: 'GOCSPX-abcdefghijklmnop',
  YOUTUBE_REFRESH_TOKEN: '1//04abcdefghijklmnopqrstuvwxyz',
}

test('a network is real once all that it needs is there', () => {
  const { x, facebook, youtube } = readConfig({ ...X, ...FACEBOOK, ...YOUTUBE })
  expect(x).toMatchObject({ apiKey: X.X_API_KEY, accessSecret: X.X_ACCESS_SECRET })
  expect(facebook).toMatchObject({ pageId: FACEBOOK.FACEBOOK_PAGE_ID, verifyToken: null, version: 'v25.0' })
  expect(youtube).toMatchObject({ refreshToken: YOUTUBE.YOUTUBE_REFRESH_TOKEN })
})

test.each(
  [X, FACEBOOK, YOUTUBE].flatMap((all) =>
    Object.keys(all).map((variable) => [variable, all as Record<string, string>] as const),
  ),
)('without %s, which belongs with the others of its network, the station does not start', (variable, all) => {
  const { [variable]: _left, ...rest } = all
  const error = faultsOf(rest)
  expect(error.faults.map((it) => it.variable)).toEqual([variable])
  expect(error.message).toContain(`Add ${variable} beside ${Object.keys(rest)[0]}`)
})

test('a desk of its own asks for a word once a network is real, and the station does not start without one', () => {
  const apart = { ...X, DESK_URL: 'http://127.0.0.1:3002' }
  const error = faultsOf(apart)
  expect(error.faults.map((it) => it.variable)).toEqual(['DESK_TOKEN'])
  expect(error.message).toContain('Give the same DESK_TOKEN here and to npm run desk')
  expect(readConfig({ ...apart, DESK_TOKEN: 'a-word-of-our-own' }).deskToken).toBe('a-word-of-our-own')
  expect(readConfig({ DESK_URL: apart.DESK_URL }).deskToken).toBeNull()
})

test('a word for Facebook to call with is nothing without the page', () => {
  const error = faultsOf({ FACEBOOK_VERIFY_TOKEN: 'a-word-of-our-own' })
  expect(error.faults.map((it) => it.variable).sort()).toEqual(Object.keys(FACEBOOK).sort())
})

test('a proxy is read by either name, ours first, with or without its scheme', () => {
  const slack = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }
  const proxyOf = (env: Record<string, string>) => readConfig({ ...slack, ...env }).proxy
  expect(proxyOf({ https_proxy: 'http://name:word@proxy.example:3128', no_proxy: '.example' })).toEqual({
    url: 'http://name:word@proxy.example:3128',
    except: '.example',
  })
  expect(proxyOf({ https_proxy: 'http://other:1', HTTPS_PROXY: 'proxy:3128' })).toEqual({
    url: 'http://proxy:3128',
    except: '',
  })
  expect(proxyOf({ no_proxy: '*' })).toBeNull()
})

test("a machine's proxy does not bother a station that stays on this machine", () => {
  expect(readConfig({ https_proxy: 'socks5://proxy:1080' }).proxy).toBeNull()
})

test('every command has room behind the longest prefix: Slack takes 32 characters with the slash', () => {
  const prefix = 'a'.repeat(19)
  const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }
  expect(readConfig({ ...env, SLACK_COMMAND_PREFIX: prefix }).slackPrefix).toBe(prefix)
  expect(Math.max(...COMMANDS.map(({ name }) => `/${prefix}${name}`.length))).toBeLessThanOrEqual(32)
  expect(faultsOf({ ...env, SLACK_COMMAND_PREFIX: `${prefix}a` }).faults[0]?.variable).toBe('SLACK_COMMAND_PREFIX')
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
