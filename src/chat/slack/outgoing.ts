import type { RichTextElement } from '@slack/types'
import type { Found } from '../../model/network.ts'
import type { Chat, Premises } from '../chat.ts'
import { ChannelDirectory } from './directory.ts'
import { createDraw } from './draw/draw.ts'
import { findByKey } from './find.ts'
import type { TellTrouble } from './health.ts'
import type { Api, Draw, SlackOptions } from './parts.ts'
import { Prepare } from './prepare.ts'
import { createWrite } from './write.ts'

interface OutgoingParts {
  options: Pick<SlackOptions, 'clock' | 'log' | 'memory' | 'address'>
  api: Api
  mention(id: string): RichTextElement
  premises(): Premises | null
  tell: TellTrouble
}

type Outgoing = Pick<Chat, 'open' | 'post' | 'revise'> &
  Required<Pick<Chat, 'find'>> & { directory: ChannelDirectory; prepare: Prepare; draw: Draw }

/** What the station does to Slack: its channels, its messages, and finding those again. */
export function createOutgoing({ options, api, mention, premises, tell }: OutgoingParts): Outgoing {
  const { clock, log, memory } = options
  const directory = new ChannelDirectory(memory)
  const prepare = new Prepare({ api, directory, clock, log, tell })
  const draw = createDraw({
    mention,
    language: () => premises()?.language ?? 'nl',
    zone: () => premises()?.zone ?? 'UTC',
    address: options.address,
  })
  return {
    directory,
    prepare,
    draw,
    ...createWrite({ api, directory, prepare, draw, log }),
    async find(name, thread, key): Promise<Found> {
      await directory.recall(name)
      const channel = directory.idOf(name)
      return channel === null ? { status: 'cannot tell' } : findByKey(api, channel, thread, key)
    },
  }
}
