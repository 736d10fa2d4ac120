import { z } from 'zod'
import type { Names } from '../text/piece.ts'
import { FILES } from './files.ts'
import type { Hearing } from './heard.ts'

/** A message as Slack sends one: docs.slack.dev/reference/events/message. */
export const MESSAGE = z.object({
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  files: FILES.default([]),
  ts: z.string(),
  thread_ts: z.string().optional(),
})
export type Message = z.infer<typeof MESSAGE>

/** What stands around an event: docs.slack.dev/apis/events-api. */
export const ENVELOPE = z.object({
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
  authorizations: z.array(z.object({ user_id: z.string().nullish(), is_bot: z.boolean().default(true) })).default([]),
})
export type Envelope = z.infer<typeof ENVELOPE>

/** The station's own user: an event says for whom it was sent. */
export const selfOf = ({ authorizations }: Pick<Envelope, 'authorizations'>): string | null =>
  authorizations.find((it) => it.is_bot)?.user_id ?? null

export const namesOf = (self: string | null, hearing: Hearing): Names => ({ self, channel: hearing.channelName })

/** People write messages; apps, Slack itself and the station announce things. */
export const isByPerson = ({ user, bot_id }: Message, self: string | null): boolean =>
  user !== undefined && bot_id === undefined && user !== self && user !== 'USLACKBOT'
