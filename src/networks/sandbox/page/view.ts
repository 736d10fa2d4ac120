import type { Context } from 'hono'
import { isNetwork, type NetworkName } from '../../../model/network.ts'
import type { Language } from '../../../model/station.ts'
import { preferred } from '../../../web/language.ts'
import { type AudienceWording, audienceWording } from '../../../wording/audience.ts'

export type Tab = NetworkName | 'all' | 'private'

/** What a visitor looks at, and as whom: all of it stands in the address, so a reload shows the same. */
export interface View {
  tab: Tab
  as: string
  language: Language
  say: AudienceWording
  /** The item whose branch alone is shown. */
  only: string | null
  /** The networks on which the public can write here; on the others the station is live. */
  plays: readonly NetworkName[]
  href(path: string, change?: Partial<Record<'network' | 'as' | 'lang' | 'replyTo' | 'edit' | 'only', string>>): string
}

const SOMEBODY = 'lezer1'

export function viewFor(c: Context, plays: readonly NetworkName[]): View {
  const { network = '', as = '', only = null } = c.req.query()
  const tab: Tab = isNetwork(network) || network === 'private' ? network : 'all'
  const language = preferred(c, 'nl')
  const who = as.trim().replace(/^@/, '').slice(0, 100) || SOMEBODY
  return {
    tab,
    as: who,
    language,
    say: audienceWording(language),
    only,
    plays,
    href: (path, change = {}) => `${path}?${new URLSearchParams({ network: tab, as: who, lang: language, ...change })}`,
  }
}

/** A name as it may stand on a page: without what turns the direction of text or hides in it. */
export const plainName = (name: string): string =>
  name.replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '').slice(0, 60) || '—'
