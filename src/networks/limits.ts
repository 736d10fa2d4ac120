import twitter from 'twitter-text'
import { HOUR, SECOND } from '../model/clock.ts'
import type { Limits, NetworkName } from '../model/network.ts'

/** Beyond this no text can weigh little enough for X; the exact weight of a megabyte is not worth its milliseconds. */
const WEIGHABLE = 20_000

/** The weight of a text as X counts it: a URL is 23, an emoji or a Chinese character 2. */
const weigh = (text: string): number =>
  text.length > WEIGHABLE ? text.length : twitter.parseTweet(text).weightedLength

/** UTF-16 units: never fewer than what Facebook or YouTube would count. */
const characters = (text: string): number => text.length

/** How long a post may stay hidden from `find` in the sandbox, and whether its absence then proves anything. */
const SANDBOX = { visibility: 5 * SECOND, authoritative: true, retract: true }

/** What binds us on each network while the sandbox plays it. */
export const LIMITS: Record<NetworkName, Limits> = {
  x: {
    ...SANDBOX,
    max: 280,
    maxDirect: 10_000,
    measure: weigh,
    posts: true,
    images: 4,
    imagesDirect: 1,
    refusedPictures: [],
    autoAnswer: true,
    directWindow: null,
    likes: true,
    moderation: [],
    parts: 10,
  },
  facebook: {
    ...SANDBOX,
    // A post may have 63,206, a comment 8,000; the station holds both to what fits everywhere.
    max: 8_000,
    maxDirect: 2_000,
    measure: characters,
    posts: true,
    images: 1,
    imagesDirect: 0,
    refusedPictures: ['webp'],
    autoAnswer: true,
    directWindow: 24 * HOUR,
    likes: true,
    moderation: ['hide', 'show'],
    parts: 1,
  },
  youtube: {
    ...SANDBOX,
    max: 10_000,
    maxDirect: 10_000,
    measure: characters,
    // YouTube's API has no community posts; the sandbox takes them, so that a day can be rehearsed on three networks.
    posts: true,
    images: 0,
    imagesDirect: 0,
    refusedPictures: [],
    autoAnswer: false,
    directWindow: null,
    likes: false,
    moderation: ['approve', 'reject'],
    parts: 1,
  },
}
