import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../../shared')

/** A file of the folder beside the project, which belongs to no commit of it. */
export const shared = (path: string): string => join(FOLDER, path)

/**
 * Tests that need a file of the shared folder: left out where the folder is absent, as in a clone by itself, and failing
 * where it has to be there (CORPUS_REQUIRED, which .ci/run sets).
 */
export function describeWithShared(path: string, name: string, tests: () => void): void {
  if (existsSync(shared(path))) return void describe(name, tests)
  if (!process.env.CORPUS_REQUIRED) return void describe.skip(name, tests)
  test(`${name}: needs ../shared/${path}`, () => {
    expect.fail(`${shared(path)} is absent, and CORPUS_REQUIRED says that it must be there`)
  })
}
