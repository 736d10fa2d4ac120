import { setMaxListeners } from 'node:events'
import { intakeWords } from '../../wording/intake.ts'
import type { Handlers, Premises, RawAnswer, RawRequest } from '../chat.ts'
import { createAnswer } from './answer.ts'
import { CatchUp } from './catch-up/catch-up.ts'
import { hear } from './events/hear.ts'
import type { Hearing } from './events/heard.ts'
import { createForms } from './forms/forms.ts'
import { Hands } from './hands.ts'
import type { TellTrouble } from './health.ts'
import { createHome } from './home.ts'
import { languagesOf } from './language-of.ts'
import type { Api, Directory, Draw, SlackOptions } from './parts.ts'
import type { Crowd } from './people/people.ts'
import { openBolt } from './receiver/bolt.ts'
import { createDeeds } from './receiver/deeds.ts'
import { Gate } from './receiver/gate.ts'
import { keepLines } from './receiver/lines.ts'
import { createWebhook } from './receiver/webhook.ts'

interface IncomingParts {
  options: SlackOptions
  api: Api
  directory: Directory
  people: Crowd
  draw: Draw
  prepare: { again(): Promise<void> }
  premises(): Premises | null
  trouble: TellTrouble
}

interface Incoming {
  /** Takes what comes until the signal; resolves once everything that was taken is done. */
  listen(handlers: Handlers, signal: AbortSignal): Promise<void>
  webhook?(request: RawRequest): Promise<RawAnswer>
}

/** What Slack brings: over lines of ours where there is an app token, else to the station's port. */
export function createIncoming(parts: IncomingParts): Incoming {
  const { options, api, directory, people, draw, prepare, premises, trouble } = parts
  const { appToken, signingSecret, clock, log } = options
  const forms = createForms({ options, api, people, premises, draw })
  const languageOf = languagesOf(people, premises)
  const hearing: Hearing = {
    channelName: (id) => directory.nameOf(id),
    channelId: (name) => directory.idOf(name),
    prefix: options.prefix,
    reactions: () => premises()?.reactions ?? {},
    submitted: forms.submitted,
    now: clock.now,
  }
  let gate: Gate | null = null

  const listen = async (handlers: Handlers, signal: AbortSignal): Promise<void> => {
    // Every answer that waits for Slack listens to it.
    setMaxListeners(0, signal)
    const open = new Gate({ hear: (body) => hear(body, hearing), handlers, log })
    const take = (body: object) => open.take(body, async () => {})
    const catchUp = new CatchUp({ api, directory, premises, memory: options.memory, clock, log, take })
    const hands = new Hands({
      handlers,
      log,
      failed: async (by) => ({
        kind: 'private',
        text: intakeWords(await languageOf(by)).failed,
        about: { code: 'failed' },
      }),
    })
    const answer = createAnswer({ api, draw, clock, log, signal })
    const home = createHome({ api, draw, clock, log, signal })
    const deeds = createDeeds({
      ...{ handlers, hands, answer, forms, home, api, clock, languageOf },
      personChanged: people.forgetPerson,
      groupsChanged: people.forgetGroups,
      letIn: () => prepare.again(),
    })
    openBolt({ gate: open, deeds, fetch: options.fetch, log })
    gate = open
    await catchUp.begin()
    const back = () => hands.beside(() => catchUp.isBack(signal))
    hands.beside(() => catchUp.keep(signal))
    const away = () => catchUp.isAway()
    if (appToken === null) {
      back()
      await aborted(signal)
    } else await keepLines({ ...options, appToken, signal, gate: open, api, trouble, back, away })
    gate = null
    await open.empty()
    await hands.empty()
  }

  if (signingSecret === null || appToken !== null) return { listen }
  return { listen, webhook: createWebhook({ secret: signingSecret, clock, log, trouble, gate: () => gate }) }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
