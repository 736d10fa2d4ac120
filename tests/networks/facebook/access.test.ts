import { expect, test } from 'vitest'
import { DAY } from '../../../src/model/clock.ts'
import { examineFacebook } from '../../../src/networks/facebook/examine.ts'
import { type FacebookSettings, PERMISSIONS } from '../../../src/networks/facebook/settings.ts'
import { never, usePlayground } from './playground.ts'

const on = usePlayground()
const probe = (changed: Partial<FacebookSettings> = {}) => on.as(changed).probe!(never)
const examine = (changed: Partial<FacebookSettings> = {}) =>
  examineFacebook({ ...on.settings, ...changed }, on.surroundings, never)
const OTHER_SECRET = '0123456789abcdef0123456789abcdef'

test('a token that holds is ok, and says until when', async () => {
  expect(await probe()).toEqual({ status: 'ok', expires: null })
  const expires = on.clock.now() + 20 * DAY
  on.facebook.tokens.page.expires = expires
  expect(await probe()).toEqual({ status: 'ok', expires })
})

test.each(['expired', 'revoked', 'password', 'uninstalled', 'role'] as const)(
  'a token that is %s is dead',
  async (state) => {
    on.facebook.tokens.page.state = state
    expect(await probe()).toMatchObject({ status: 'dead', why: 'auth' })
  },
)

test('a token of another page is another account, and is named', async () => {
  on.facebook.tokens.add('EAAother', { id: '999', name: 'Andere pagina' })
  expect(await probe({ pageToken: 'EAAother' })).toEqual({ status: 'dead', why: 'account', detail: 'Andere pagina' })
})

test('what the token lacks is listed', async () => {
  on.facebook.tokens.page.permissions.delete('pages_messaging')
  on.facebook.tokens.page.permissions.delete('pages_manage_posts')
  expect(await probe()).toEqual({ status: 'dead', why: 'permission', detail: 'pages_manage_posts, pages_messaging' })
})

test.each([
  [{ kind: 'error', code: 4 }, 'rate-limit'],
  [{ kind: 'error', code: 2 }, 'temporary'],
  [{ kind: 'html', when: 'before' }, 'not JSON'],
  [{ kind: 'drop', when: 'before' }, 'ECONNRESET'],
] as const)('after %o nobody knows how our access is: that is no dying token', async (fault, why) => {
  on.facebook.faults.add(fault)
  expect(await probe()).toEqual({ status: 'unknown', why })
})

test('where all is well nothing is to be mended, and whose page it is is said', async () => {
  expect(await examine()).toEqual({ faults: [], account: 'Bibliotheek De Voorbeeld', expires: null })
})

test.each([
  ['another app id', { appId: '111' }, 'FACEBOOK_APP_ID', 'wrong'],
  ['another app secret', { appSecret: OTHER_SECRET }, 'FACEBOOK_APP_SECRET', 'wrong'],
  ['a token that is none', { pageToken: 'EAAnone' }, 'FACEBOOK_PAGE_TOKEN', 'wrong'],
  ['a page that is none', { pageId: '123' }, 'FACEBOOK_PAGE_ID', 'wrong'],
] as const)('%s: exactly that setting is named', async (_, changed, variable, why) => {
  expect((await examine(changed)).faults).toEqual([
    { variable, why, detail: expect.toBeOneOf([null, expect.any(String)]) },
  ])
})

test.each([
  ['expired', 'expired'],
  ['revoked', 'wrong'],
  ['password', 'wrong'],
] as const)('a token that is %s is the token’s fault', async (state, why) => {
  on.facebook.tokens.page.state = state
  expect((await examine()).faults).toMatchObject([{ variable: 'FACEBOOK_PAGE_TOKEN', why }])
})

test('a token of another page is the token’s fault, and whose it is is said', async () => {
  on.facebook.tokens.add('EAAother', { id: '999', name: 'Andere pagina' })
  expect((await examine({ pageToken: 'EAAother' })).faults).toEqual([
    { variable: 'FACEBOOK_PAGE_TOKEN', why: 'account', detail: 'Andere pagina' },
  ])
})

test.each(PERMISSIONS)('a token without %s is short of exactly that', async (permission) => {
  on.facebook.tokens.page.permissions.delete(permission)
  expect((await examine()).faults).toEqual([{ variable: 'FACEBOOK_PAGE_TOKEN', why: 'permission', detail: permission }])
})

test('where Facebook cannot be reached no setting is called wrong', async () => {
  on.proxy.refusing = true
  expect((await examine()).faults).toMatchObject([{ why: 'unreachable', detail: 'proxy' }])
})
