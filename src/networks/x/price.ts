import twitter from 'twitter-text'
import type { Purpose } from '../../model/allowance.ts'
import type { Publication } from '../../model/network.ts'
import type { XPrices } from './settings.ts'

/** What publishing this costs, and for what it is: a post with what X takes for a URL is dearer, with a scheme or without. */
export function priceOf({ kind, text }: Publication, prices: XPrices): { purpose: Purpose; price: number } {
  if (kind === 'direct') return { purpose: 'replying', price: prices.direct }
  if (kind !== 'post') return { purpose: 'replying', price: prices.reply }
  return { purpose: 'posting', price: twitter.extractUrls(text).length > 0 ? prices.link : prices.post }
}
