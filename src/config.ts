import { existsSync } from 'node:fs'
import { z } from 'zod'
import { isHost, isLoopback, isProxy, withScheme } from './config/addresses.ts'
import { ConfigFaults, networkFaults, printed, shapeFault, wayInFaults } from './config/faults.ts'

export { ConfigFaults }

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const standIn = z
  .string()
  .refine(isLoopback)
  .transform((url) => new URL(url).origin)
  .optional()

/** Keys and secrets of which no more is promised. */
const WORD = /^[\w-]{16,}$/
const DIGITS = /^\d{5,25}$/

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .default('3000')
    .transform(Number)
    .pipe(z.int().max(65535)),
  HOST: z.string().refine(isHost).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^file:./)
    .default('file:data/schatkamer.db'),
  STATION: z
    .string()
    .regex(/\.ya?ml$/)
    .default('schedules/station.yaml'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  LOG_FORMAT: z.enum(['json', 'readable']).optional(),
  SANDBOX_URL: standIn,
  DESK_URL: standIn,
  DESK_TOKEN: z
    .string()
    .regex(/^[\w-]{16,200}$/)
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]+$/)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]+$/)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  SLACK_COMMAND_PREFIX: z.string().refine(isCommandPrefix).default(''),
  X_API_KEY: z.string().regex(WORD).optional(),
  X_API_SECRET: z.string().regex(WORD).optional(),
  X_ACCESS_TOKEN: z
    .string()
    .regex(/^\d+-\w{20,}$/)
    .optional(),
  X_ACCESS_SECRET: z.string().regex(WORD).optional(),
  FACEBOOK_APP_ID: z.string().regex(DIGITS).optional(),
  FACEBOOK_APP_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  FACEBOOK_PAGE_ID: z.string().regex(DIGITS).optional(),
  FACEBOOK_PAGE_TOKEN: z
    .string()
    .regex(/^EAA\w{10,}$/)
    .optional(),
  FACEBOOK_VERIFY_TOKEN: z
    .string()
    .regex(/^\S{12,200}$/)
    .optional(),
  FACEBOOK_GRAPH_VERSION: z
    .string()
    .regex(/^v\d{2}\.\d$/)
    .default('v25.0'),
  YOUTUBE_CLIENT_ID: z
    .string()
    .regex(/^[\w-]+\.apps\.googleusercontent\.com$/)
    .optional(),
  YOUTUBE_CLIENT_SECRET: z.string().regex(WORD).optional(),
  YOUTUBE_REFRESH_TOKEN: z
    .string()
    .regex(/^1\/\/[\w-]{20,}$/)
    .optional(),
  HTTPS_PROXY: z.string().refine(isProxy).transform(withScheme).optional(),
  NO_PROXY: z.string().default(''),
})

type Variable = keyof typeof settings.shape

/** The variables that are read; .env.example explains each. */
export const VARIABLES = Object.keys(settings.shape) as Variable[]

export interface Config {
  /** 0: any free port. */
  port: number
  host: string
  /** `file:` and a path. */
  databaseUrl: string
  /** Path of station.yaml. */
  station: string
  logLevel: (typeof LOG_LEVELS)[number]
  logFormat: 'json' | 'readable'
  /** Where the stand-ins run as processes of their own, as an origin; null: inside this process. */
  sandboxUrl: string | null
  deskUrl: string | null
  /** What the local desk asks for while a network is live; null: the start makes one up and prints it. */
  deskToken: string | null
  /** Null: the team works at the local desk. */
  slack: SlackConfig | null
  /** What stands before each slash command's name in Slack; may be empty. */
  slackPrefix: string
  /** Null: the sandbox plays that network. */
  x: XConfig | null
  facebook: FacebookConfig | null
  youtube: YouTubeConfig | null
  /** What everything outside this machine is reached through, where that is so. */
  proxy: ProxyConfig | null
}

/** One of `appToken` (Socket Mode) and `signingSecret` (Slack calls the station's port) is there. */
export interface SlackConfig {
  botToken: string
  appToken: string | null
  signingSecret: string | null
}

/** Our app there, and our account's access to it. */
export interface XConfig {
  apiKey: string
  apiSecret: string
  accessToken: string
  accessSecret: string
}

/** `verifyToken` is null where Facebook does not call the station; `version` as in v25.0. */
export interface FacebookConfig {
  appId: string
  appSecret: string
  pageId: string
  pageToken: string
  verifyToken: string | null
  version: string
}

export interface YouTubeConfig {
  clientId: string
  clientSecret: string
  refreshToken: string
}

/** `url` may hold a name and a password: it is never logged. `except`: hosts that are reached directly, as in NO_PROXY. */
export interface ProxyConfig {
  url: string
  except: string
}

/** The environment, with what `.env` in the working directory adds to it; what is set already counts for more. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/**
 * Reads the settings; nothing else reads the environment. An empty variable counts as one that is not there.
 * @param terminal whether a person watches the log, which is then readable unless LOG_FORMAT says otherwise
 * @throws {ConfigFaults} with everything that is wrong
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  terminal = process.stdout.isTTY === true,
): Config {
  const given = Object.fromEntries(VARIABLES.map((variable) => [variable, givenAs(variable, env)])) as Given
  // Where nothing leaves this machine, a proxy that the machine names for others is not ours to judge.
  if (LEAVING.every((variable) => given[variable] === undefined)) given.HTTPS_PROXY = undefined
  const read = settings.safeParse(given)
  const wrong = new Set((read.error?.issues ?? []).map(({ path }) => path[0] as Variable))
  const faults = [
    ...[...wrong].map((variable) => shapeFault(variable, given)),
    ...wayInFaults(given),
    ...networkFaults(given),
  ]
  if (!read.success || faults.length > 0) throw printed(faults)
  const { data } = read
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    station: data.STATION,
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT ?? (terminal ? 'readable' : 'json'),
    sandboxUrl: data.SANDBOX_URL ?? null,
    deskUrl: data.DESK_URL ?? null,
    deskToken: data.DESK_TOKEN ?? null,
    slack: data.SLACK_BOT_TOKEN
      ? {
          botToken: data.SLACK_BOT_TOKEN,
          appToken: data.SLACK_APP_TOKEN ?? null,
          signingSecret: data.SLACK_SIGNING_SECRET ?? null,
        }
      : null,
    slackPrefix: data.SLACK_COMMAND_PREFIX,
    x: given.X_API_KEY
      ? {
          apiKey: data.X_API_KEY ?? '',
          apiSecret: data.X_API_SECRET ?? '',
          accessToken: data.X_ACCESS_TOKEN ?? '',
          accessSecret: data.X_ACCESS_SECRET ?? '',
        }
      : null,
    facebook: given.FACEBOOK_PAGE_ID
      ? {
          appId: data.FACEBOOK_APP_ID ?? '',
          appSecret: data.FACEBOOK_APP_SECRET ?? '',
          pageId: data.FACEBOOK_PAGE_ID ?? '',
          pageToken: data.FACEBOOK_PAGE_TOKEN ?? '',
          verifyToken: data.FACEBOOK_VERIFY_TOKEN ?? null,
          version: data.FACEBOOK_GRAPH_VERSION,
        }
      : null,
    youtube: given.YOUTUBE_CLIENT_ID
      ? {
          clientId: data.YOUTUBE_CLIENT_ID ?? '',
          clientSecret: data.YOUTUBE_CLIENT_SECRET ?? '',
          refreshToken: data.YOUTUBE_REFRESH_TOKEN ?? '',
        }
      : null,
    proxy: data.HTTPS_PROXY ? { url: data.HTTPS_PROXY, except: data.NO_PROXY } : null,
  }
}

/** With the slash and the longest command this fills the 32 characters that Slack allows a command. */
export function isCommandPrefix(text: string): boolean {
  return /^[a-z0-9-]{0,19}$/.test(text)
}

/** With any of these the station speaks to what is outside this machine. */
const LEAVING = ['SLACK_BOT_TOKEN', 'X_API_KEY', 'FACEBOOK_PAGE_ID', 'YOUTUBE_CLIENT_ID'] as const satisfies Variable[]

type Given = Partial<Record<Variable, string | undefined>>

/** Many machines name their proxy in lower case; the name of ours counts first. */
function givenAs(variable: Variable, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const lower = variable === 'HTTPS_PROXY' || variable === 'NO_PROXY' ? env[variable.toLowerCase()] : undefined
  return env[variable]?.trim() || lower?.trim() || undefined
}
