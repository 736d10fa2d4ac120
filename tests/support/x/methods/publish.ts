import twitter from 'twitter-text'
import type { Ask, Method } from '../method.ts'
import { forbidden, invalid } from '../refused.ts'
import { shown } from '../shown.ts'
import type { Post } from '../types.ts'
import { unseen } from '../unseen.ts'
import { attached } from './attached.ts'

interface Asked {
  text: string
  target: string | null
  quoted: string | null
  media: string[]
}

/** POST /2/tweets. */
export const publish: Method = {
  needs: 'write',
  does(ask) {
    const { state, at } = ask
    const asked = read(ask)
    const author = ask.caller.user ?? ''
    const parent = asked.target === null ? null : parentOf(ask, asked.target)
    if (asked.quoted) checkQuote(ask, asked.quoted)
    const media = attached(ask, asked.media)
    refuseTwice(ask, asked)
    const text = parent ? withLeadingNames(ask, parent, asked.text) : asked.text
    const post = state.posts.add({ author, text, inReplyTo: parent?.id ?? null, quoted: asked.quoted, media }, at)
    typed.set(post, asked)
    const links = twitter.extractUrls(asked.text, { extractUrlsWithoutProtocol: true }).length > 0
    const data = { id: post.id, text: shown(post, state.people).text, edit_history_tweet_ids: [post.id] }
    return { status: 201, body: { data }, wrote: links ? 'link' : parent && summoned(ask, parent) ? 'reply' : 'post' }
  },
}

/** What was asked, of each post that came through the API: a duplicate is judged by it. */
const typed = new WeakMap<Post, Asked>()

function read({ body }: Ask): Asked {
  const {
    text = '',
    reply,
    quote_tweet_id: quoted = null,
    media,
  } = body as {
    text?: string
    reply?: { in_reply_to_tweet_id: string }
    quote_tweet_id?: string
    media?: { media_ids: string[] }
  }
  const ids = media?.media_ids ?? []
  if (text.trim() === '' && ids.length === 0) {
    throw invalid([{ parameter: 'text', value: text, message: 'text is missing' }])
  }
  if (quoted && ids.length > 0) {
    throw invalid([
      { parameter: 'quote_tweet_id', value: quoted, message: 'quote_tweet_id and media are mutually exclusive' },
    ])
  }
  if (twitter.parseTweet(text).weightedLength > 280) {
    throw forbidden(
      'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
    )
  }
  const target = reply?.in_reply_to_tweet_id ?? null
  return { text, target, quoted, media: ids }
}

function parentOf(ask: Ask, target: string): Post {
  const { state, rules, caller } = ask
  if (unseen(state, caller.user, target, 'id', 'data')) {
    throw forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.')
  }
  const parent = state.posts.byId(target)!
  if (parent.repliesClosed && parent.author !== caller.user && !mentionsUs(ask, parent)) {
    throw forbidden('The original Tweet author restricted who can reply to this Tweet.')
  }
  if (rules.selfServe && parent.author !== caller.user && !summoned(ask, parent)) {
    throw forbidden(
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
    )
  }
  return parent
}

/** Its author mentioned us in it, or quoted a post of ours with it. */
function summoned(ask: Ask, parent: Post): boolean {
  const quoted = parent.quoted ? ask.state.posts.byId(parent.quoted) : undefined
  return mentionsUs(ask, parent) || quoted?.author === ask.caller.user
}

const mentionsUs = ({ state, caller }: Ask, { text }: Post): boolean =>
  state.posts.mentionedIn(text).some(({ id }) => id === caller.user)

function checkQuote({ state, rules, caller }: Ask, quoted: string): void {
  if (unseen(state, caller.user, quoted, 'id', 'data')) {
    throw forbidden('You attempted to quote a Tweet that is deleted or not visible to you.')
  }
  if (rules.selfServe && state.posts.byId(quoted)!.author !== caller.user) {
    throw forbidden(
      'Quoting this post is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are quoting.',
    )
  }
}

function refuseTwice({ state, rules, caller, at }: Ask, asked: Asked): void {
  const same = state.posts.by(caller.user ?? '').some((post) => {
    const before = typed.get(post)
    const recent = !post.deleted && post.at > at - rules.duplicateWindow
    return recent && before?.text === asked.text && before.target === asked.target && asked.media.length === 0
  })
  if (same) throw forbidden('You are not allowed to create a Tweet with duplicate content.')
}

/** X puts whom a reply goes to before its text, and whom that post named; they do not count for its length. */
function withLeadingNames({ state, caller }: Ask, parent: Post, text: string): string {
  const named = new Set(state.posts.mentionedIn(text).map(({ id }) => id))
  const to = [state.people.must(parent.author), ...state.posts.mentionedIn(parent.text)]
  const missing = to.filter(({ id }) => id !== caller.user && !named.has(id))
  const names = [...new Set(missing.map(({ username }) => `@${username}`))]
  return [...names, text].join(' ')
}
