import { z } from 'zod'
import type { Attachment } from '../../model/network.ts'
import type { Person } from './page.ts'
import type { Post } from './post.ts'
import { asWritten } from './text.ts'
import { ID, listOf, missing } from './wire.ts'

/** Pushed posts are in the shape of X's older interface: other names, and media inside of the post. */
const URL_ENTITY = z.object({ url: z.string().min(1), expanded_url: missing(z.string()) })
const NAME = z.object({ id_str: missing(ID), screen_name: z.string() })
export const PUSHED_MEDIA = z.object({
  type: z.string(),
  url: missing(z.string()),
  media_url_https: missing(z.string()),
  ext_alt_text: missing(z.string()),
  video_info: missing(
    z.object({
      variants: listOf(
        z.object({ url: z.string(), content_type: missing(z.string()), bitrate: missing(z.number()) }),
      ).prefault([]),
    }),
  ),
})
const ENTITIES = z.object({
  urls: listOf(URL_ENTITY).prefault([]),
  user_mentions: listOf(NAME).prefault([]),
  media: listOf(PUSHED_MEDIA).prefault([]),
})
const WORDS = { entities: missing(ENTITIES), extended_entities: missing(ENTITIES) }
const TWEET = z.object({
  id_str: ID,
  text: z.string().catch(''),
  full_text: missing(z.string()),
  ...WORDS,
  extended_tweet: missing(z.object({ full_text: z.string(), ...WORDS })),
  user: z.object({ id_str: ID, screen_name: z.string().min(1), name: z.string().catch('') }),
  in_reply_to_status_id_str: missing(ID),
  in_reply_to_user_id_str: missing(ID),
  quoted_status_id_str: missing(ID),
  quoted_status: z.unknown().optional(),
  retweeted_status: z.unknown().optional(),
  edit_history: missing(
    z.object({
      initial_tweet_id: missing(ID),
      edit_tweet_ids: listOf(ID).prefault([]),
    }),
  ),
})

export interface PushedPost {
  post: Post
  referred: Post[]
  people: Person[]
}

/** Null where it is no post. What it does not say, as the conversation it is in, is null. */
export function readPushedPost(event: unknown): PushedPost | null {
  const read = TWEET.safeParse(event)
  if (!read.success) return null
  const tweet = read.data
  const { user } = tweet
  const quoted = tweet.quoted_status == null ? null : readPushedPost(tweet.quoted_status)
  return {
    post: postOf(tweet),
    referred: quoted ? [quoted.post] : [],
    people: [{ id: user.id_str, handle: user.screen_name, name: user.name }, ...(quoted?.people ?? [])],
  }
}

function postOf(tweet: z.infer<typeof TWEET>): Post {
  const whole = tweet.extended_tweet ?? tweet
  const media = (whole.extended_entities ?? whole.entities)?.media ?? []
  const history = historyOf(tweet)
  const id = history[0] ?? tweet.id_str
  return {
    id,
    version: tweet.id_str,
    revision: Math.max(0, history.indexOf(tweet.id_str)),
    latest: history.at(-1) ?? tweet.id_str,
    author: tweet.user.id_str,
    conversation: tweet.in_reply_to_status_id_str == null ? id : null,
    parent: tweet.in_reply_to_status_id_str ?? null,
    parentAuthor: tweet.in_reply_to_user_id_str ?? null,
    quoted: tweet.quoted_status_id_str ?? null,
    repost: tweet.retweeted_status != null,
    names: (whole.entities?.user_mentions ?? []).map(({ id_str, screen_name }) => ({
      id: id_str ?? null,
      handle: screen_name,
    })),
    text: asWritten(whole.full_text ?? tweet.text, [
      ...(whole.entities?.urls ?? []).map(({ url, expanded_url }) => ({
        short: url,
        full: expanded_url ?? url,
        picture: false,
      })),
      ...media.flatMap(({ url }) => (url ? [{ short: url, full: '', picture: true }] : [])),
    ]),
    attachments: media.flatMap(pushedAttachment),
  }
}

/** Ids of all versions, oldest first. */
function historyOf({ id_str, edit_history }: z.infer<typeof TWEET>): string[] {
  const ids = edit_history?.edit_tweet_ids ?? []
  const first = edit_history?.initial_tweet_id
  const all = first && ids[0] !== first ? [first, ...ids] : ids
  return all.includes(id_str) ? all : [...all, id_str]
}

export function pushedAttachment(media: z.infer<typeof PUSHED_MEDIA>): Attachment[] {
  const best = (media.video_info?.variants ?? [])
    .filter((it) => it.content_type === 'video/mp4')
    .sort((a, b) => (b.bitrate ?? 0) - (a.bitrate ?? 0))[0]
  const url = best?.url ?? media.media_url_https
  return url ? [{ kind: media.type === 'photo' ? 'image' : 'video', url, alt: media.ext_alt_text ?? null }] : []
}
