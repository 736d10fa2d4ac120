import { expect, test } from 'vitest'
import { BOT_SCOPES } from '../../../src/tools/slack-manifest/scopes.ts'
import { badOnes, clinic } from './clinic.ts'

const GROUPS = ['curatoren', 'coordinatoren', 'onderzoekers', 'beheer', 'muziek', 'literatuur']

/** A workspace as the README leads to it. */
async function wellSetUp() {
  const at = await clinic()
  await at.slack.person({ name: 'delft', realName: 'Curator Delft' })
  for (const group of GROUPS) await at.slack.group(`schatkamer-${group}`, ['delft'])
  return at
}

test('a workspace that is set up has nothing to mend, and the doctor changes nothing in it', async () => {
  const { slack, visit } = await wellSetUp()
  await slack.channel('boek-kwijt', { botIn: true })
  await slack.channel('ochtendblad')
  const lines = await visit()
  expect(badOnes(lines)).toEqual([])
  expect(lines).toEqual(
    expect.arrayContaining([
      '✓ Slack is te bereiken.',
      '✓ SLACK_APP_TOKEN klopt en Socket Mode staat aan.',
      expect.stringMatching(/^✓ SLACK_BOT_TOKEN hoort bij @\S+ in \S+/),
      '✓ De app mag alles wat het station nodig heeft.',
      '✓ De app is in #boek-kwijt.',
      '– Bij de start gaat de app vanzelf in #ochtendblad.',
      expect.stringMatching(
        /^– Bij de start maakt de app #luisterkamer.*#nachtkanaal, #regie\..*\/invite @schatkamer$/,
      ),
      '✓ @schatkamer-curatoren (curator): één persoon',
      expect.stringContaining('Typ /help'),
    ]),
  )
  const asked = new Set(slack.requests.map(({ method }) => method))
  expect([...asked].sort()).toEqual(['apps.connections.open', 'auth.test', 'conversations.list', 'usergroups.list'])
})

test.each([
  ['the bot token is somebody else’s', { botToken: 'xoxb-999-wrong' }, 'Slack weigert SLACK_BOT_TOKEN (invalid_auth)'],
  ['the app token is somebody else’s', { appToken: 'xapp-999-wrong' }, 'Slack weigert SLACK_APP_TOKEN (invalid_auth)'],
])('%s: told with where to get it, and without the token', async (_what, slack, sentence) => {
  const { visit } = await wellSetUp()
  const lines = await visit({ slack })
  expect(badOnes(lines)).toEqual([expect.stringContaining(sentence)])
  expect(badOnes(lines)[0]).toContain('https://api.slack.com/apps')
  expect(lines.join()).not.toMatch(/999-wrong/)
})

test.each(['token_revoked', 'account_inactive'] as const)(
  'a bot token that is %s ends the visit there',
  async (state) => {
    const { slack, visit } = await wellSetUp()
    slack.tokens.state.bot = state
    const lines = await visit()
    expect(badOnes(lines)).toEqual([expect.stringContaining(`Slack weigert SLACK_BOT_TOKEN (${state})`)])
    expect(lines.at(-1)).toBe(badOnes(lines)[0])
  },
)

test('an app token without connections:write is told as the app token’s', async () => {
  const { slack, visit } = await wellSetUp()
  slack.tokens.appScopes.clear()
  expect(badOnes(await visit())).toEqual([expect.stringContaining('SLACK_APP_TOKEN (missing_scope)')])
})

test.each(BOT_SCOPES)('an app that was installed without %s is told to be installed again', async (scope) => {
  const { slack, visit } = await wellSetUp()
  slack.tokens.scopes.delete(scope)
  const told = badOnes(await visit())
  expect(told[0]).toContain(`${scope} ontbreekt`)
  expect(told[0]).toContain('npm run slack:manifest')
  expect(told[0]).toContain('Reinstall to Workspace')
})

test('groups that cannot be seen for want of a scope are not laid to the plan of the workspace', async () => {
  const { slack, visit } = await wellSetUp()
  slack.tokens.scopes.delete('usergroups:read')
  const told = badOnes(await visit())
  expect(told).toHaveLength(2)
  expect(told[1]).toContain('Zonder usergroups:read')
})

test('the wider scope to write in private channels does as well', async () => {
  const { slack, visit } = await wellSetUp()
  slack.tokens.scopes.delete('groups:write.topic')
  slack.tokens.scopes.add('groups:write')
  expect(badOnes(await visit())).toEqual([])
})

test('over HTTP there is no socket to try, and the address that Slack has to reach is named', async () => {
  const { slack, visit } = await wellSetUp()
  const lines = await visit({ slack: { appToken: null, signingSecret: '0'.repeat(32) }, config: { port: 8080 } })
  expect(badOnes(lines)).toEqual([])
  expect(lines).toContainEqual(
    expect.stringMatching(/^– Of SLACK_SIGNING_SECRET .*http:\/\/127\.0\.0\.1:8080\/slack\/events$/),
  )
  expect(slack.requests.some(({ method }) => method === 'apps.connections.open')).toBe(false)
})

test('a group that is missing is to be made, an empty one to be filled, each with what it gives', async () => {
  const { slack, visit } = await clinic()
  await slack.person({ name: 'delft' })
  await slack.group('schatkamer-curatoren', ['delft'])
  await slack.group('schatkamer-beheer')
  const lines = await visit()
  expect(lines).toContainEqual(
    expect.stringMatching(/^– @schatkamer-beheer \(administrator\) is leeg\..*Directories > User groups/),
  )
  expect(badOnes(lines)).toHaveLength(5)
  // Whom a message that needs a person first must reach.
  expect(badOnes(lines)).toContainEqual(expect.stringMatching(/^✗ .*coordinator.*schatkamer-coordinatoren/))
  expect(badOnes(lines)).toContainEqual(
    expect.stringMatching(
      /^✗ @schatkamer-muziek \(expert, muziek\) is er niet\..*Create user group, met schatkamer-muziek/,
    ),
  )
})

test('where nobody is in a group that may send, that is said', async () => {
  const { slack, visit } = await clinic()
  await slack.person({ name: 'rik' })
  for (const group of GROUPS) await slack.group(`schatkamer-${group}`, group === 'onderzoekers' ? ['rik'] : [])
  expect(badOnes(await visit())).toEqual([expect.stringContaining('Zo kan niemand een antwoord versturen')])
})

test('an archived channel is named with what to do', async () => {
  const { slack, visit } = await wellSetUp()
  await slack.channel('regie')
  await slack.archives('regie')
  expect(badOnes(await visit())).toEqual([expect.stringMatching(/^✗ Gearchiveerd: #regie\. .*\/invite @schatkamer$/)])
})

test('a line that does not reach Slack is told once, with the proxy in mind, and nothing after it', async () => {
  const { slack, visit } = await wellSetUp()
  slack.faults.add({ kind: 'drop', when: 'before' })
  const lines = await visit()
  expect(badOnes(lines)).toEqual([expect.stringMatching(/^✗ Slack is niet te bereiken \(.+HTTPS_PROXY/)])
  expect(lines.at(-1)).toBe(badOnes(lines)[0])
})

test.each([null, { url: 'http://proxy.example:3128', except: '' }])(
  'a certificate of the network’s own is told as that, and where it has to be named (proxy: %j)',
  async (proxy) => {
    const { visit } = await wellSetUp()
    const code = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
    const fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('unknown issuer'), { code }) }))
    expect(badOnes(await visit({ config: { proxy }, fetch }))).toEqual([
      expect.stringMatching(/^✗ Wat uit naam van Slack .*\(UNABLE_TO_VERIFY_LEAF_SIGNATURE\).*NODE_EXTRA_CA_CERTS=/),
    ])
  },
)

test('what never left, where there is a proxy, is the proxy’s; its address is named without its password', async () => {
  const { visit } = await wellSetUp()
  const proxy = { url: 'http://station:s3cret@proxy.example:3128', except: '' }
  expect(await visit({ config: { proxy } })).toContain(
    '✓ Slack is te bereiken, via de proxy http://proxy.example:3128.',
  )
  const lines = await visit({ config: { proxy }, fetch: refusingProxy })
  expect(badOnes(lines)).toEqual([expect.stringMatching(/^✗ De proxy uit HTTPS_PROXY .*\(ECONNREFUSED\)/)])
  expect(lines.join()).not.toContain('s3cret')
})

/** As undici tells of a proxy that is not there. */
const refusingProxy: typeof fetch = async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
  throw new TypeError('fetch failed', { cause })
}

test('where Slack wants us to wait, we say so', async () => {
  const { slack, visit } = await wellSetUp()
  slack.faults.add({ kind: 'limited', retryAfter: 17, method: 'auth.test' })
  expect(badOnes(await visit())).toEqual([expect.stringContaining('over 17 seconden')])
})

test('no line holds a token, whatever Slack does', async () => {
  const { slack, visit } = await wellSetUp()
  const lines = [...(await visit())]
  for (const kind of ['garbage', 'drop'] as const) {
    slack.faults.add({ kind, when: 'after' })
    lines.push(...(await visit()))
  }
  expect(lines.join()).not.toContain(slack.botToken.slice(5))
  expect(lines.join()).not.toContain(slack.appToken.slice(5))
})
