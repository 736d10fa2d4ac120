import type { Lack } from './refused.ts'

/** What a call asks to see: nothing but the defaults unless it names it (docs.x.com/x-api/fundamentals/fields). */
export interface Wanted {
  tweet: Set<string>
  user: Set<string>
  media: Set<string>
  dm: Set<string>
  expansions: Set<string>
}

/** An expansion brings the field that it expands. */
const FIELD_OF_EXPANSION: Readonly<Record<string, string>> = {
  author_id: 'author_id',
  in_reply_to_user_id: 'in_reply_to_user_id',
  'referenced_tweets.id': 'referenced_tweets',
  'referenced_tweets.id.author_id': 'referenced_tweets',
  'referenced_tweets.id.attachments.media_keys': 'referenced_tweets',
  'attachments.media_keys': 'attachments',
  'entities.mentions.username': 'entities',
  edit_history_tweet_ids: 'edit_history_tweet_ids',
  sender_id: 'sender_id',
  participant_ids: 'participant_ids',
}

const DEFAULTS = {
  tweet: ['id', 'text', 'edit_history_tweet_ids'],
  user: ['id', 'name', 'username'],
  media: ['media_key', 'type'],
  dm: ['id', 'event_type', 'text'],
}

export function wantedBy(query: URLSearchParams): Wanted {
  const list = (name: string) =>
    query
      .get(name)
      ?.split(',')
      .filter((one) => one !== '') ?? []
  const expansions = new Set(list('expansions'))
  const brought = [...expansions].flatMap((one) => FIELD_OF_EXPANSION[one] ?? [])
  return {
    tweet: new Set([...DEFAULTS.tweet, ...list('tweet.fields'), ...brought]),
    user: new Set([...DEFAULTS.user, ...list('user.fields')]),
    media: new Set([...DEFAULTS.media, ...list('media.fields')]),
    dm: new Set([...DEFAULTS.dm, ...list('dm_event.fields'), ...brought]),
    expansions,
  }
}

/** Only what was asked for, of what there is. */
export function pick(all: Record<string, unknown>, wanted: ReadonlySet<string>): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(all)) if (wanted.has(name) && value !== undefined) found[name] = value
  return found
}

/** `data`, `includes`, `errors` and `meta`, each only where there is something in it. */
export function answerOf(parts: {
  data?: unknown
  includes?: Record<string, unknown[]>
  errors?: Lack[]
  meta?: Record<string, unknown>
}): Record<string, unknown> {
  const { data, includes = {}, errors = [], meta } = parts
  const filled = Object.fromEntries(Object.entries(includes).filter(([, list]) => list.length > 0))
  return {
    ...(data === undefined || (Array.isArray(data) && data.length === 0) ? {} : { data }),
    ...(Object.keys(filled).length > 0 ? { includes: filled } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...(meta ? { meta } : {}),
  }
}
