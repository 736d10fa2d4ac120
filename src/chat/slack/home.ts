import type { HomeView, KnownBlock } from '@slack/types'
import type { Logger } from 'pino'
import type { Content } from '../../model/chat.ts'
import { type Clock, SECOND } from '../../model/clock.ts'
import type { Handlers } from '../chat.ts'
import { Newest } from './newest.ts'
import type { Api, Draw } from './parts.ts'

/** docs.slack.dev, views: at most so many blocks. */
const MOST = 100
/** So many people's pages are kept up to date; who comes back opens it anew. */
const REMEMBERED = 500
const TRIES = 4
const PAUSE = SECOND / 2

interface HomeParts {
  api: Api
  draw: Draw
  clock: Clock
  log: Logger
  signal: AbortSignal
}

export type Home = ReturnType<typeof createHome>

/** Each person's own page: drawn when it is opened, and again after whatever that person does. */
export function createHome({ api, draw, clock, log, signal }: HomeParts) {
  const opened = new Set<string>()
  const publishing = new Newest()

  const publish = (user: string, handlers: Pick<Handlers, 'home'>): Promise<void> =>
    publishing.run(user, async () => {
      for (let attempt = 1; ; attempt += 1) {
        const view: HomeView = { type: 'home', blocks: pageOf(await handlers.home(user), draw) }
        const reply = await api.call('views.publish', { user_id: user, view })
        if (reply.kind === 'ok') return
        if (reply.kind === 'refused' || attempt === TRIES || signal.aborted)
          return log.warn({ reply, by: user }, 'slack: a page of somebody’s own is not shown')
        // Shown twice is as good as once, so what may have been lost is shown again, as things stand by then.
        await clock.wait(reply.kind === 'limited' ? reply.after : PAUSE * 2 ** attempt, signal)
      }
    })

  return {
    opened(user: string, handlers: Pick<Handlers, 'home'>): Promise<void> {
      opened.delete(user)
      opened.add(user)
      const [oldest] = opened
      if (opened.size > REMEMBERED && oldest !== undefined) opened.delete(oldest)
      return publish(user, handlers)
    },
    async acted(user: string, handlers: Pick<Handlers, 'home'>): Promise<void> {
      if (opened.has(user)) await publish(user, handlers)
    },
  }
}

/** The contents one under the other with a line between; what finds no room is left out whole. */
function pageOf(contents: readonly Content[], draw: Draw): KnownBlock[] {
  const page: KnownBlock[] = []
  for (const [n, content] of contents.entries()) {
    // Each block of a view has an id of its own.
    const drawn = draw(content).blocks.map((block): KnownBlock => {
      const { block_id: id, ...rest } = block
      return id === undefined ? block : { ...rest, block_id: `${id} ${n}`.slice(0, 255) }
    })
    const between: KnownBlock[] = page.length > 0 ? [{ type: 'divider' }] : []
    if (page.length + between.length + drawn.length > MOST) break
    page.push(...between, ...drawn)
  }
  return page
}
