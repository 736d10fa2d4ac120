import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { configFaultWording } from './wording/config-faults.ts'

/** One setting that cannot be used. */
export interface ConfigFault {
  variable: Variable
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

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const standIn = z
  .string()
  .refine(isLoopback)
  .transform((url) => new URL(url).origin)
  .optional()

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
  const given = Object.fromEntries(VARIABLES.map((variable) => [variable, env[variable]?.trim() || undefined]))
  const read = settings.safeParse(given)
  if (!read.success) throw faultsOf(read.error, given)
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
  }
}

function faultsOf(error: z.ZodError, given: Record<string, string | undefined>): ConfigFaults {
  const wording = configFaultWording('en')
  const wrong = new Set(error.issues.map(({ path }) => path[0] as Variable))
  const faults = [...wrong].map((variable) => ({
    variable,
    found: JSON.stringify(given[variable]),
    allowed: wording.allowed[variable],
    fix: wording.fix(variable),
  }))
  const lines = faults.map(({ variable, found, allowed, fix }) => wording.fault(variable, found, allowed, fix))
  return new ConfigFaults(faults, lines.join('\n'))
}

function isHost(host: string) {
  return isIP(host) !== 0 || /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host)
}

/** An http(s) origin on this machine: the stand-ins take anybody's word, so they are reached over loopback only. */
function isLoopback(value: string) {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return bare && (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname))
}
