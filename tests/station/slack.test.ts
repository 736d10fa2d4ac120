import { expect, test } from 'vitest'
import { changed, faultsOf, load, STATION, writeStation } from './files.ts'

const COMMANDS = ['claim', 'close', 'note']
const withSlack = (lines: string) => ({ station: `${STATION}slack:\n${lines}` })
const faults = (lines: string) => faultsOf(withSlack(lines), { commands: COMMANDS })

test('without a word about Slack two reactions count, and no group gives anything', () => {
  expect(load(writeStation(), { commands: COMMANDS }).slack).toEqual({
    groups: [],
    reactions: { eyes: 'claim', white_check_mark: 'close answered' },
  })
})

test('groups and reactions become what the model knows', () => {
  const lines = `  groups:
    - { handle: curatoren, roles: [curator], library: deventer }
    - { handle: muziek_team, partner: muziek }
  reactions: { '+1': note goed gedaan }
`
  expect(load(writeStation(withSlack(lines)), { commands: COMMANDS }).slack).toEqual({
    groups: [
      { handle: 'curatoren', roles: ['curator'], library: 'deventer', partner: null },
      { handle: 'muziek_team', roles: [], library: null, partner: 'muziek' },
    ],
    reactions: { '+1': 'note goed gedaan' },
  })
})

test.each([
  [
    'a library that is not there',
    '  groups: [{ handle: curatoren, library: devnter }]\n',
    'slack.groups[0].library: found "devnter"; allowed is one of the libraries of station.yaml. Did you mean "deventer"?',
  ],
  [
    'a partner that is not there',
    '  groups: [{ handle: curatoren, partner: muzik }]\n',
    'slack.groups[0].partner: found "muzik"; allowed is one of the partners of station.yaml. Did you mean "muziek"?',
  ],
  [
    'a role that is not there',
    '  groups: [{ handle: curatoren, roles: [editor] }]\n',
    'slack.groups[0].roles[0]: found "editor"; allowed is one of curator, expert, coordinator, researcher, administrator',
  ],
  [
    'a group with an at sign',
    "  groups: [{ handle: '@curatoren', roles: [curator] }]\n",
    'slack.groups[0].handle: found "@curatoren"; allowed is a user group without @, of small letters, digits, dots, ' +
      'hyphens or _',
  ],
  [
    'a group that gives nothing',
    '  groups: [{ handle: curatoren }]\n',
    'slack.groups[0]: found "curatoren"; allowed is a group that gives its people something: roles, library or partner',
  ],
  [
    'one handle for two groups',
    '  groups: [{ handle: a, roles: [curator] }, { handle: a, roles: [expert] }]\n',
    'slack.groups[1].handle: found "a"; allowed is something that is not used yet; it also stands in station.yaml:17',
  ],
  [
    'a group named as a channel, which Slack does not take',
    '  groups: [{ handle: regie, roles: [curator] }]\n',
    'slack.groups[0].handle: found "regie"; allowed is something that is not used yet; it also stands in station.yaml:7',
  ],
  [
    'a reaction for a command that is nearly right',
    '  reactions: { eyes: clam 12 }\n',
    'slack.reactions.eyes: found "clam 12"; allowed is a command of the station, with what belongs behind it, ' +
      'such as claim or close answered. Did you mean "claim"?',
  ],
  [
    'a reaction with colons',
    "  reactions: { ':eyes:': claim }\n",
    'slack.reactions.:eyes:: found ":eyes:"; allowed is the name of an emoji without colons, such as eyes or ' +
      'white_check_mark',
  ],
  ['a list of reactions', '  reactions: [eyes]\n', 'slack.reactions: found ["eyes"]; allowed is a block with keys'],
])('%s is a fault that says what is allowed', (_what, lines, expected) => {
  expect(faults(lines)).toEqual([expect.stringContaining(`: ${expected}`)])
})

test('where the commands are not known, what a reaction stands for is not judged', () => {
  expect(faultsOf(withSlack('  reactions: { eyes: clam }\n'))).toEqual([])
})

test('a function of the team is mentioned as a user group or as a person', () => {
  const member = (slack: string) => ({ station: changed(STATION, 'initials: CD }', `initials: CD, slack: ${slack} }`) })
  expect(load(writeStation(member('team-deventer'))).members[0]?.slack).toBe('team-deventer')
  expect(load(writeStation(member('U012AB3CD'))).members[0]?.slack).toBe('U012AB3CD')
  expect(faultsOf(member("'<!channel>'"))[0]).toContain(
    'members[0].slack: found "<!channel>"; allowed is a user group without @, or a person\'s id in Slack',
  )
})
