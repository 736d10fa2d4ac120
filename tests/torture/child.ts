import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ChildOptions {
  /** What node is given: options, the file, its arguments. */
  args: string[]
  env: Record<string, string>
  /** An address that answers anything at all once it is up. */
  ready: string
  /** Where all that it prints goes, from one start to the next. */
  log: string
}

const PATIENCE = 60_000

/** A program in a process of its own that can be killed and started again. */
export class Child {
  readonly #options: ChildOptions
  #process: ChildProcess | null = null
  #ended: Promise<unknown> = Promise.resolve()
  starts = 0

  constructor(options: ChildOptions) {
    this.#options = options
  }

  get running(): boolean {
    return this.#process !== null && this.#process.exitCode === null && this.#process.signalCode === null
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Starts it without waiting until it listens. */
  launch(): void {
    const { args, env, log } = this.#options
    const out = openSync(log, 'a')
    this.#process = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', out, out] })
    closeSync(out)
    this.#ended = once(this.#process, 'exit')
    this.starts++
  }

  /** Resolves once it answers; throws when it ends instead. */
  async ready(): Promise<void> {
    const until = Date.now() + PATIENCE
    while (Date.now() < until) {
      if (!this.running) throw new Error(`it ended with ${this.#process?.exitCode}; see ${this.#options.log}`)
      if (await answers(this.#options.ready)) return
      await sleep(25)
    }
    throw new Error(`it does not answer at ${this.#options.ready}; see ${this.#options.log}`)
  }

  async start(): Promise<void> {
    this.launch()
    await this.ready()
  }

  /** Ends it and resolves when it is gone. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (!this.running) return
    this.#process?.kill(signal)
    await this.#ended
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(10_000) }).then(
    async (response) => {
      await response.arrayBuffer()
      return true
    },
    () => false,
  )
