import { Refused } from '../model/refused.ts'
import type { Member } from '../model/station.ts'
import type { Conversation } from '../store/conversations.ts'
import type { Act } from './act.ts'

/** The member who acts, if that person may send in public at this moment; refuses otherwise. */
export function requireSender(act: Act): Member {
  const { by } = act
  if (!by) throw new Refused('unknown-member')
  if (!by.roles.some((role) => role === 'curator' || role === 'coordinator' || role === 'administrator'))
    throw new Refused('may-not-send', { who: by.name, roles: by.roles.join(', ') })
  return by
}

/** Refuses while somebody else holds the conversation. */
export function requireUnclaimed(act: Act, conversation: Conversation, by: Member): void {
  const { claimed_by: holder, claimed_until: until } = conversation
  if (holder !== null && holder !== by.id && (until ?? 0) > act.now) {
    const name = act.station.members.find((it) => it.id === holder)?.name ?? holder
    throw new Refused('claimed-by', {
      who: name,
      number: conversation.id,
      minutes: Math.ceil(((until ?? 0) - act.now) / 60_000),
    })
  }
}
