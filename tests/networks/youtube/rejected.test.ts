import { expect, test } from 'vitest'
import { Rejected } from '../../../src/networks/youtube/rejected.ts'

test('two comments that are rejected at once are both remembered, and one that is approved is not', async () => {
  const kept = new Map<string, string>()
  const rejected = new Rejected({
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => {
      kept.set(key, value)
    },
  })
  await Promise.all([rejected.note('a', true), rejected.note('b', true), rejected.note('c', true)])
  await rejected.note('b', false)
  expect([...(await rejected.all())]).toEqual(['a', 'c'])
})
