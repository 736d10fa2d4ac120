import { DAY } from '../../../../src/model/clock.ts'
import type { Ask } from '../method.ts'
import { invalid } from '../refused.ts'

/** An upload that is not used is gone after a day: `expires_after_secs` of the upload's answer. */
export const MEDIA_KEPT = DAY

/** The keys of media that go with a post. @throws {Refused} where one is not there, not done, not ours or does not go with the others */
export function attached({ state, caller, at }: Ask, ids: string[]): string[] {
  const media = ids.map((id) => state.media.byId(id))
  const bad = ids.filter((_, index) => {
    const one = media[index]
    return !one || one.owner !== caller.user || one.state !== 'ready' || one.at < at - MEDIA_KEPT
  })
  const kinds = new Set(media.map((one) => one?.category))
  const mixed = ids.length > 1 && (kinds.size > 1 || !kinds.has('tweet_image'))
  if (bad.length > 0 || mixed) {
    throw invalid([{ parameter: 'media.media_ids', value: ids.join(','), message: 'Your media IDs are invalid.' }])
  }
  return media.map((one) => one!.key)
}
