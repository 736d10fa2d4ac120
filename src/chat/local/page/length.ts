import twitter from 'twitter-text'
import type { NetworkName } from '../../../model/network.ts'

/** Beyond this no text can weigh little enough for X; the exact weight is not worth its milliseconds. */
const WEIGHABLE = 20_000

/** The length of a text as this network counts it, for the counter beside a form's field. */
export const lengthOn = (network: NetworkName, text: string): number =>
  network === 'x' && text.length <= WEIGHABLE ? twitter.parseTweet(text).weightedLength : text.length
