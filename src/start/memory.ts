import type { Memory } from '../chat/chat.ts'
import type { Clock } from '../model/clock.ts'
import type { Store } from '../store/database.ts'
import { set, setting } from '../store/settings.ts'

/** What an adapter remembers stands among the station's settings, under the adapter's name. */
export const memoryIn = ({ store, clock }: { store: Store; clock: Clock }, adapter: string): Memory => ({
  get: (key) => store.transaction((tx) => setting(tx, `${adapter} ${key}`)),
  set: async (key, value) => {
    await store.transaction((tx) => set({ tx, now: clock.now() }, `${adapter} ${key}`, value, null))
  },
})
