import { configFaultWording } from '../wording/config-faults.ts'

/** One setting that cannot be used. */
export interface ConfigFault {
  variable: string
  found: string
  allowed: string
  fix: string
}

/** Every setting that cannot be used; the message has one line for each. */
export class ConfigFaults extends Error {
  readonly code = 'config-faults'
  readonly faults: ConfigFault[]
  constructor(faults: ConfigFault[], message: string) {
    super(message)
    this.name = 'ConfigFaults'
    this.faults = faults
  }
}

type Allowed = ReturnType<typeof configFaultWording>['allowed']
type Given = Readonly<Partial<Record<string, string | undefined>>>

/** The fault of a value that has not the shape of its variable. */
export function shapeFault(variable: keyof Allowed, given: Given): ConfigFault {
  const wording = configFaultWording('en')
  const found = SECRET.has(variable) ? shapeOf(given[variable] ?? '') : JSON.stringify(given[variable])
  return { variable, found, allowed: wording.allowed[variable], fix: wording.fix(variable) }
}

/** A bot token needs exactly one way in, and no way in does anything without a bot token. */
export function wayInFaults(given: Given): ConfigFault[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = given
  const { slack } = configFaultWording('en')
  const faults: ConfigFault[] = []
  const add = (variable: string, found: string, allowed: string, fix: string) =>
    faults.push({ variable, found, allowed, fix })
  if (bot === undefined && (app ?? signing) !== undefined)
    add('SLACK_BOT_TOKEN', slack.nothing, slack.botToo(app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'), slack.bot)
  if (bot !== undefined && app === undefined && signing === undefined)
    add('SLACK_APP_TOKEN', slack.nothing, slack.oneWay, slack.neither)
  if (app !== undefined && signing !== undefined) add('SLACK_SIGNING_SECRET', slack.beside, slack.oneWay, slack.both)
  return faults
}

/** What each network needs, all of it or nothing. */
const TOGETHER: readonly (readonly (keyof Allowed)[])[] = [
  ['X_API_KEY', 'X_API_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET'],
  ['FACEBOOK_APP_ID', 'FACEBOOK_APP_SECRET', 'FACEBOOK_PAGE_ID', 'FACEBOOK_PAGE_TOKEN'],
  ['YOUTUBE_CLIENT_ID', 'YOUTUBE_CLIENT_SECRET', 'YOUTUBE_REFRESH_TOKEN'],
]

/** A network with a part of its settings would be neither there nor played; a desk of its own must ask who comes in. */
export function networkFaults(given: Given): ConfigFault[] {
  const wording = configFaultWording('en')
  const verify = given.FACEBOOK_VERIFY_TOKEN !== undefined
  const real = TOGETHER.flat().find((variable) => given[variable] !== undefined)
  const open = real !== undefined && given.DESK_URL !== undefined && given.DESK_TOKEN === undefined
  const desk: ConfigFault[] = open
    ? [
        {
          variable: 'DESK_TOKEN',
          found: wording.slack.nothing,
          allowed: wording.allowed.DESK_TOKEN,
          fix: wording.deskToken(real),
        },
      ]
    : []
  const halves = TOGETHER.flatMap((variables) => {
    const there = variables.find((variable) => given[variable] !== undefined)
    const begun = there ?? (verify && variables.includes('FACEBOOK_PAGE_ID') ? 'FACEBOOK_VERIFY_TOKEN' : undefined)
    if (begun === undefined) return []
    return variables
      .filter((variable) => given[variable] === undefined)
      .map((variable) => ({
        variable,
        found: wording.slack.nothing,
        allowed: wording.allowed[variable],
        fix: wording.together(variable, begun),
      }))
  })
  return [...halves, ...desk]
}

/** All of them as what stops the start. */
export function printed(faults: ConfigFault[]): ConfigFaults {
  const wording = configFaultWording('en')
  const lines = faults.map(({ variable, found, allowed, fix }) => wording.fault(variable, found, allowed, fix))
  return new ConfigFaults(faults, lines.join('\n'))
}

/** What no message may show; a proxy's address can hold a password. */
const SECRET: ReadonlySet<string> = new Set([
  'DESK_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'X_API_KEY',
  'X_API_SECRET',
  'X_ACCESS_TOKEN',
  'X_ACCESS_SECRET',
  'FACEBOOK_APP_SECRET',
  'FACEBOOK_PAGE_TOKEN',
  'FACEBOOK_VERIFY_TOKEN',
  'YOUTUBE_CLIENT_SECRET',
  'YOUTUBE_REFRESH_TOKEN',
  'HTTPS_PROXY',
])

/** How long a secret is, and which kind of token it says it is: enough to see that two were changed round. */
function shapeOf(secret: string): string {
  const kind = /^(?:xox[a-z]|xapp|xoxe\.xox[a-z])-|^GOCSPX-|^EAA|^1\/\/|^[a-z0-9]{1,8}:\/\//.exec(secret)?.[0]
  return configFaultWording('en').slack.shape(secret.length, kind ?? null)
}
