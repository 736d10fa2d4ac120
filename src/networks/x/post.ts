import twitter from 'twitter-text'
import type { z } from 'zod'
import type { Attachment } from '../../model/network.ts'
import { attachmentsOf } from './attachments.ts'
import { asWritten, type Link } from './text.ts'
import type { Answer, ENTITIES, TWEET } from './wire.ts'

/** A post on X, of whichever way it came to us. */
export interface Post {
  /** The id of its first version, by which the station knows it. */
  id: string
  /** The id of this version, and how often it was edited before. */
  version: string
  revision: number
  /** The id of its newest version, as far as this one knows. */
  latest: string
  author: string
  conversation: string | null
  parent: string | null
  parentAuthor: string | null
  quoted: string | null
  repost: boolean
  /** Whom its text names. */
  names: { id: string | null; handle: string }[]
  text: string
  attachments: Attachment[]
}

/** A post as API v2 gives it, with the media that came along. */
export function readPost(tweet: z.infer<typeof TWEET>, includes: Answer['includes']): Post {
  const history = tweet.edit_history_tweet_ids
  const referenced = (type: string) => tweet.referenced_tweets.find((it) => it.type === type)?.id ?? null
  const { text, names, links } = wordsOf(tweet)
  return {
    id: history[0] ?? tweet.id,
    version: tweet.id,
    revision: Math.max(0, history.indexOf(tweet.id)),
    latest: history.at(-1) ?? tweet.id,
    author: tweet.author_id,
    conversation: tweet.conversation_id ?? null,
    parent: referenced('replied_to'),
    parentAuthor: tweet.in_reply_to_user_id ?? null,
    quoted: referenced('quoted'),
    repost: referenced('retweeted') !== null,
    names,
    text: asWritten(text, links),
    attachments: attachmentsOf(tweet.attachments?.media_keys ?? [], includes?.media ?? []),
  }
}

/**
 * A long text is cut off in `text` and whole in `note_tweet`. Whom it names and what it links to may stand with either:
 * X does not always give the whole its entities, and those of the cut text end where it ends. Where neither does, the
 * text itself says whom it names: a reader taken for one who did not call us would get no answer.
 */
function wordsOf({ text, entities, note_tweet: note }: z.infer<typeof TWEET>) {
  if (!note) return { text, names: namesOf(entities), links: linksOf(entities) }
  return {
    text: note.text,
    names: [...namesOf(entities), ...namesOf(note.entities), ...readIn(note.text)],
    links: [...linksOf(note.entities), ...linksOf(entities)],
  }
}

const readIn = (text: string): Post['names'] => twitter.extractMentions(text).map((handle) => ({ id: null, handle }))

const namesOf = (entities: z.infer<typeof ENTITIES> | null | undefined) =>
  (entities?.mentions ?? []).map(({ id, username }) => ({ id: id ?? null, handle: username }))

export const linksOf = (entities: z.infer<typeof ENTITIES> | null | undefined): Link[] =>
  (entities?.urls ?? []).map(({ url, expanded_url, media_key }) => ({
    short: url,
    full: expanded_url ?? url,
    picture: media_key != null,
  }))
