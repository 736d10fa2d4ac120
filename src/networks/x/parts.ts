import type { Surroundings } from '../network.ts'
import type { Api } from './api.ts'
import type { Own } from './own.ts'
import type { XSettings } from './settings.ts'
import type { Till } from './till.ts'

/** What every part of the adapter works with. */
export interface XParts extends Pick<Surroundings, 'account' | 'clock' | 'log' | 'placed' | 'purse'> {
  settings: XSettings
  api: Api
  till: Till
  own: Own
}
