import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src/store/database.ts'

/** A folder of the test's own, gone when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schatkamer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real store in a folder of its own. */
export function freshStore(): Store {
  const store = openStore(`file:${join(freshFolder(), 'station.db')}`)
  onTestFinished(() => store.close())
  return store
}
