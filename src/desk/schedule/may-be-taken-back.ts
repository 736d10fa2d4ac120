import type { Variant } from '../../store/posts.ts'
import { RETRACT_WANTED } from './retract-wanted.ts'

/** Whether something of a variant is out, or may be; of a thread also where it stopped halfway. */
export const mayBeTakenBack = ({ state, reason }: Variant, standing: boolean): boolean =>
  reason !== RETRACT_WANTED &&
  (['queued', 'sent', 'unknown'].includes(state) || (standing && ['refused', 'expired'].includes(state)))
