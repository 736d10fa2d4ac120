import { MINUTE, SECOND } from '../../model/clock.ts'
import type { Source } from '../network.ts'
import type { XParts } from './parts.ts'
import { postsSource } from './posts-source.ts'

/** X gives the 800 newest mentions, and counts among them what is gone since. */
const REACH = 780

/** Mentions of us and replies in our conversations. */
export const mentionsSource = (parts: XParts): Source =>
  postsSource(parts, {
    name: 'mentions',
    pauses: { shortest: 3 * SECOND, longest: MINUTE },
    endpoint: 'GET users/:id/mentions',
    at: ({ id }) => ({ path: `users/${id}/mentions`, query: {} }),
    price: parts.settings.prices.mention,
    reach: { most: REACH, age: null },
  })
