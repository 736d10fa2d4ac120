import type { Logger } from 'pino'
import { createDesk } from '../chat/local/desk.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../model/clock.ts'
import type { NetworkName } from '../model/network.ts'
import { createSandbox } from '../networks/sandbox/sandbox.ts'
import { embedded, type Outsider, remote } from '../web/outsider.ts'

/** A stand-in at the station's edge, and what closes it where it runs inside. */
export interface Edge {
  outsider: Outsider
  close(): void
}

interface Parts {
  config: Config
  clock: Clock
  log: Logger
}

/** The stand-in for the networks that it `plays`: inside this process with a file beside the station's, or elsewhere on this machine. */
export function openSandbox({ config, clock, log }: Parts, file: string, plays: NetworkName[]): Edge {
  if (config.sandboxUrl !== null) return elsewhere(config.sandboxUrl)
  const { app, close } = createSandbox({ file: beside(file, 'sandbox'), clock, log, plays })
  return { outsider: embedded(app), close }
}

/** The chat's stand-in, likewise. With a token its pages and calls ask for that. */
export function openDesk({ config, clock, log }: Parts, file: string, token: string | null): Edge {
  if (config.deskUrl !== null) return elsewhere(config.deskUrl)
  const { app, close } = createDesk({ file: beside(file, 'desk'), clock, log, token })
  return { outsider: embedded(app), close }
}

const elsewhere = (url: NonNullable<Config['deskUrl']>): Edge => ({ outsider: remote(url), close: () => {} })

const beside = (file: string, name: string): string => `${file.replace(/\.db$/, '')}.${name}.db`
