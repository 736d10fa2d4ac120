import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Premises } from '../../../src/chat/chat.ts'
import { createApi } from '../../../src/chat/slack/api.ts'
import { initialsOf } from '../../../src/chat/slack/people/initials.ts'
import { createPeople } from '../../../src/chat/slack/people/people.ts'
import { ManualClock } from '../../support/clock.ts'
import { FakeSlack } from '../../support/slack/fake.ts'
import { premises } from './outside.ts'

const group = (handle: string, roles: ('curator' | 'coordinator')[], library: string | null = null) => ({
  handle,
  roles,
  library,
  partner: null,
})
const GROUPS: Premises = {
  ...premises,
  groups: [
    group('curatoren', ['curator']),
    group('coordinatoren', ['coordinator', 'curator']),
    group('delft', [], 'delft'),
  ],
  people: [
    { id: 'host', name: 'Gastheer', initials: 'GH', roles: ['curator'], language: 'nl', slack: 'curatoren' },
    { id: 'anna', name: 'Anna', initials: 'A', roles: ['curator'], language: 'nl', slack: null },
  ],
}

async function workspace() {
  const clock = new ManualClock()
  const slack = await FakeSlack.start({ clock, limits: false })
  onTestFinished(() => slack.stop())
  const told: string[] = []
  const tell = (code: string, facts: Record<string, string>, mended?: boolean) => {
    told.push([mended ? 'mended' : 'trouble', code, ...Object.values(facts)].join(' '))
  }
  const options = { botToken: slack.botToken, fetch: slack.fetch, clock, log: pino({ level: 'silent' }) }
  const api = createApi(options, tell)
  const people = createPeople({ options, api, premises: () => GROUPS, trouble: tell })
  const reads = () => slack.requests.filter((it) => it.method === 'usergroups.list').length
  return { clock, slack, people, told, reads }
}

test('a person is what her groups together make of her, with the name, initials and language of her profile', async () => {
  const { slack, people } = await workspace()
  const anna = await slack.person({ name: 'anna', realName: 'Anna de Vries', displayName: 'Anna', locale: 'en-GB' })
  await slack.group('coordinatoren', [anna])
  await slack.group('delft', [anna])
  expect(await people.member(anna, true)).toEqual({
    id: anna,
    name: 'Anna',
    initials: 'AV',
    language: 'en',
    roles: ['coordinator', 'curator'],
    library: 'delft',
    partner: null,
    slack: anna,
  })
})

test('who is in no group of the station is nobody there, and neither is who left one a second ago', async () => {
  const { slack, people, clock } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  const visitor = await slack.person({ name: 'bezoeker' })
  await slack.group('curatoren', [anna])
  await slack.group('koffie', [visitor])
  expect(await people.member(visitor, true)).toBeNull()
  expect(await people.member(anna, true)).toMatchObject({ roles: ['curator'] })
  await slack.leaves(anna, 'curatoren')
  clock.advance(1_000)
  expect(await people.member(anna, true)).toBeNull()
})

test('acts at the same moment share one look at the groups; what decides nothing is content with an older one', async () => {
  const { slack, people, clock, reads } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  await slack.group('curatoren', [anna])
  await Promise.all([people.member(anna, true), people.member(anna, true), people.member(anna, true)])
  expect(reads()).toBe(1)
  clock.advance(60_000)
  await people.member(anna, false)
  expect(reads()).toBe(1)
  await people.member(anna, true)
  expect(reads()).toBe(2)
})

test('while Slack does not say who is who, a look of a moment ago counts, an old one does not, and one trouble is told', async () => {
  const { slack, people, clock, told, reads } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  await slack.group('curatoren', [anna])
  await people.member(anna, true)
  slack.faults.add({ kind: 'limited', retryAfter: 30, method: 'usergroups.list', times: 2 })
  clock.advance(10_000)
  expect(await people.member(anna, true)).toMatchObject({ roles: ['curator'] })
  clock.advance(60_000)
  await expect(people.member(anna, true)).rejects.toThrow('limited')
  await expect(people.member(anna, true)).rejects.toThrow('limited')
  people.forgetGroups()
  await expect(people.member(anna, false)).rejects.toThrow('limited')
  expect(told).toEqual(['trouble slack-people limited'])
  // Whom it asks to wait it is not asked again.
  expect(reads()).toBe(3)
  clock.advance(30_000)
  expect(await people.member(anna, true)).toMatchObject({ roles: ['curator'] })
  expect(told).toEqual(['trouble slack-people limited', 'mended slack-people limited'])
})

test('a missing scope or a revoked token is one trouble, not two', async () => {
  const { slack, people, told } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  slack.tokens.scopes.delete('usergroups:read')
  await expect(people.member(anna, true)).rejects.toThrow('missing_scope')
  expect(told.splice(0)).toEqual(['trouble slack-scope usergroups:read usergroups.list'])
  slack.tokens.state.bot = 'token_revoked'
  await expect(people.member(anna, true)).rejects.toThrow('token_revoked')
  expect(told).toEqual(['trouble slack-token token_revoked'])
})

test('after word of a change even a look of a moment ago is good for nothing', async () => {
  const { slack, people } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  await slack.group('curatoren', [anna])
  await people.member(anna, true)
  people.forgetGroups()
  slack.faults.add({ kind: 'status', status: 500, when: 'before', method: 'usergroups.list', times: 1 })
  await expect(people.member(anna, true)).rejects.toThrow('lost')
})

test('word of a change during a look makes that look worth nothing to whoever acts after it', async () => {
  const { slack, people, reads } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  await slack.group('curatoren', [anna])
  const before = people.member(anna, true)
  people.forgetGroups()
  await slack.leaves(anna, 'curatoren')
  expect(await people.member(anna, true)).toBeNull()
  await before
  expect(reads()).toBe(2)
})

test('what decides nothing waits for nothing', async () => {
  const { slack, people } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  slack.faults.add({ kind: 'limited', retryAfter: 2, method: 'usergroups.list', times: 1 })
  await expect(people.member(anna, false)).rejects.toThrow('limited')
})

test('a short 429 is waited out', async () => {
  const { slack, people, clock } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  await slack.group('curatoren', [anna])
  slack.faults.add({ kind: 'limited', retryAfter: 2, method: 'usergroups.list', times: 1 })
  const asked = people.member(anna, true)
  await slack.until(() => slack.requests.some((it) => it.status === 429))
  const tick = setInterval(() => clock.advance(500), 5)
  onTestFinished(() => clearInterval(tick))
  expect(await asked).toMatchObject({ roles: ['curator'] })
})

test('an account that is closed is nobody', async () => {
  const { slack, people } = await workspace()
  const anna = await slack.person({ name: 'anna' })
  await slack.group('curatoren', [anna])
  slack.workspace.person(anna).deleted = true
  expect(await people.member(anna, true)).toBeNull()
})

test('a person is mentioned as a person, a function as its group, and whom Slack does not know by name', async () => {
  const { slack, people } = await workspace()
  const id = await slack.group('curatoren')
  await people.warm()
  expect(people.mention('U012ABCDEF')).toEqual({ type: 'user', user_id: 'U012ABCDEF' })
  expect(people.mention('host')).toEqual({ type: 'usergroup', usergroup_id: id })
  expect(people.mention('anna')).toEqual({ type: 'text', text: '@Anna' })
})

test.each([
  ['Anna de Vries', 'AV'],
  ['Jan-Willem van den Berg', 'JWB'],
  ['anna', 'A'],
  ['Élodie Ørsted', 'ÉØ'],
  ['42', ''],
])('%s signs with %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
