import type { AppsManifestCreateArguments } from '@slack/web-api'
import { commandList } from '../../../commands/index.ts'
import type { Language } from '../../model/station.ts'
import { manifestWords } from '../../wording/manifest.ts'
import { BOT_EVENTS, BOT_SCOPES } from './scopes.ts'

export type Manifest = AppsManifestCreateArguments['manifest']

export interface ManifestParts {
  /** The station's name, which the app takes, and its language. */
  name: string
  language: Language
  /** What stands before each command's name; may be empty. */
  prefix: string
  /** The address at which Slack reaches the station, for HTTP; null: Socket Mode. */
  http: string | null
}

/** What is spoken to in a thread, `@schatkamer claim`, whatever the station is called. */
const BOT_NAME = 'schatkamer'
/** Under the callback's name the app hears of it. */
const SHORTCUT = 'reply'
/** Slack's limits (docs.slack.dev/reference/app-manifest); the name of a shortcut is cut in its menu past 24. */
const LIMIT = { name: 35, description: 140, shortcut: 24 } as const

/** Commands of Slack's own, which an app cannot have: one of them and Slack refuses the whole manifest. */
export const TAKEN_BY_SLACK: ReadonlySet<string> = new Set(
  'away collapse dnd expand feed join leave me msg mute open pro remind search shortcuts shrug status topic who'.split(
    ' ',
  ),
)

/** The app's manifest: everything that Slack has to know of it, for one paste. */
export function manifestOf({ name, language, prefix, http }: ManifestParts): Manifest {
  const words = manifestWords(language)
  const url = http === null ? {} : { request_url: `${http}/slack/events` }
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: clip(name, LIMIT.name),
      description: clip(words.description, LIMIT.description),
      long_description: words.longDescription(`/${prefix}help`),
      background_color: '#1d3b4f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: BOT_NAME, always_online: true },
      shortcuts: [
        {
          type: 'message',
          name: clip(words.shortcut, LIMIT.shortcut),
          callback_id: SHORTCUT,
          description: words.shortcutDescription,
        },
      ],
      slash_commands: commandList(language).map((it) => slashCommand(it, prefix, http)),
    },
    oauth_config: { scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      event_subscriptions: { ...url, bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: http === null,
      // The station keeps its token in .env, where nothing could write a new one.
      token_rotation_enabled: false,
    },
  }
}

type SlashCommand = NonNullable<NonNullable<Manifest['features']>['slash_commands']>[number]

/** Slack shows the usage behind the command, so its own name does not stand in it once more. */
function slashCommand(
  { name, usage, summary }: { name: string; usage: string; summary: string },
  prefix: string,
  http: string | null,
): SlashCommand {
  const command = `/${prefix}${name}`
  const hint = usage
    .replaceAll(`/${name}`, command)
    .slice(command.length)
    .replace(/^[,\s]+/, '')
  return {
    command,
    description: summary,
    ...(hint === '' ? {} : { usage_hint: hint }),
    // Whoever is named comes as an id, which is somebody; as text it could be anybody's name.
    should_escape: true,
    ...(http === null ? {} : { url: `${http}/slack/events` }),
  }
}

/** Cut on a whole character where it is too long. Counted in UTF-16 units: Slack may count fewer, never more. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text
  let cut = ''
  for (const character of text) {
    if (cut.length + character.length >= most) break
    cut += character
  }
  return `${cut}…`
}
