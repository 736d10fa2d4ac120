import twitter from 'twitter-text'
import type { State } from '../state.ts'
import type { Post } from '../types.ts'
import { BadQuery, type Query } from './parse.ts'

/** Capitals and accents do not count. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const words = (text: string): string[] => plain(text).match(/[\p{L}\p{N}_]+/gu) ?? []

/** Whether a post answers to a query. @throws {BadQuery} where an operator is none */
export function matches(query: Query, post: Post, state: State): boolean {
  switch (query.kind) {
    case 'and':
      return query.of.every((one) => matches(one, post, state))
    case 'or':
      return query.of.some((one) => matches(one, post, state))
    case 'not':
      return !matches(query.of, post, state)
    case 'word':
    case 'phrase':
      return ` ${words(post.text).join(' ')} `.includes(` ${words(query.text).join(' ')} `)
    case 'tag':
      return twitter.extractHashtags(post.text).some((tag) => plain(tag) === plain(query.text))
    case 'mention':
      return twitter.extractMentions(post.text).some((name) => plain(name) === plain(query.text))
    case 'operator':
      return operates(query.name, query.value, post, state)
  }
}

function operates(name: string, value: string, post: Post, state: State): boolean {
  const isPerson = (id: string | null) =>
    id !== null && (id === value || plain(state.people.must(id).username) === plain(value.replace(/^@/, '')))
  if (name === 'from') return isPerson(post.author)
  if (name === 'to') return isPerson(post.inReplyToUser)
  if (name === 'conversation_id') return post.conversation === value
  if (name === 'in_reply_to_tweet_id') return post.inReplyTo === value
  if (name === 'quotes_of_tweet_id') return post.quoted === value
  if (name === 'lang') return post.lang === value
  if (name === 'url') return twitter.extractUrls(post.text).some((url) => plain(url).includes(plain(value)))
  const trait = TRAITS[`${name}:${value}`]
  if (!trait) throw new BadQuery(`Reference to invalid operator '${name}'`)
  return trait(post)
}

const TRAITS: Readonly<Record<string, (post: Post) => boolean>> = {
  'is:retweet': ({ reposted }) => reposted !== null,
  'is:reply': ({ inReplyTo }) => inReplyTo !== null,
  'is:quote': ({ quoted }) => quoted !== null,
  'is:verified': () => false,
  'has:media': ({ media }) => media.length > 0,
  'has:images': ({ media }) => media.length > 0,
  'has:links': ({ text }) => twitter.extractUrls(text).length > 0,
  'has:hashtags': ({ text }) => twitter.extractHashtags(text).length > 0,
  'has:mentions': ({ text }) => twitter.extractMentions(text).length > 0,
}
