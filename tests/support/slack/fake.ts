import type { Server } from 'node:http'
import { controlsOf } from './control.ts'
import { listen } from './server.ts'
import type { SlackOptions } from './slack.ts'
import { specCheck } from './spec/check.ts'
import type { Channel, Ephemeral, Message, View } from './types.ts'
import { SlackWithPeople } from './with-people.ts'

/** A Slack of one workspace with one app, as strict as Slack, on a port of this machine. */
export class FakeSlack extends SlackWithPeople {
  static async start(options: SlackOptions = {}): Promise<FakeSlack> {
    const slack = new FakeSlack(options)
    slack.spec = specCheck()
    const { server, port } = await listen(slack, options.port ?? 0, controlsOf(slack))
    slack.#server = server
    slack.atPort = port
    return slack
  }

  #server: Server | null = null

  /** Ends it. Rejects where a request broke the published description, or the fake itself broke: nothing was proved then. */
  async stop(): Promise<void> {
    this.ending.abort()
    this.sockets.close()
    await this.http.close()
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null))
    const faults = [...this.violations.map((fault) => `Slack's description: ${fault}`), ...this.broken.map(String)]
    if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'))
  }

  channelNamed = (name: string): Channel | undefined => this.workspace.channelByName(name)

  /** Top-level messages, oldest first. */
  messages = (where: string): Message[] => this.workspace.channel(where).roots

  /** A root and its replies, oldest first; empty where there is none. */
  thread = (where: string, ts: string): Message[] => {
    const channel = this.workspace.channel(where)
    const root = channel.byTs.get(ts)
    return root ? [root, ...(channel.threads.get(ts) ?? [])] : []
  }

  /** What this person alone was shown, oldest first: answers to commands and presses too. */
  ephemerals = (who: string): Ephemeral[] => {
    const { id } = this.workspace.person(who)
    return this.privately.filter((one) => one.to === id)
  }

  /** What stands in the conversation with the bot. */
  dms = (who: string): Message[] => this.workspace.im(this.workspace.person(who).id).roots

  /** The modal that is on top of this person's screen. */
  modal = (who: string): View | undefined => this.views.top(this.workspace.person(who).id)

  home = (who: string): View | undefined => this.views.homes.get(this.workspace.person(who).id)
}
