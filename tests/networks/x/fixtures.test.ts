import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/networks/x/page.ts'
import { readProblem } from '../../../src/networks/x/problem.ts'
import { readPushed } from '../../../src/networks/x/pushed.ts'

const folder = join(import.meta.dirname, '../../fixtures/x')
const texts = (kind: string) =>
  readdirSync(join(folder, kind)).map(
    (name) => [name.split('.')[0]!, readFileSync(join(folder, kind, name), 'utf8')] as const,
  )

test('what X pushes is read, of each shape as much as there is in it', () => {
  const read = texts('webhook').map(([name, text]) => {
    const pushed = readPushed(text)
    return [name, pushed && [pushed.posts.length, pushed.directs.length, pushed.deletions.length].join(' ')]
  })
  expect(Object.fromEntries(read)).toMatchInlineSnapshot(`
    {
      "delete": "0 0 1",
      "direct": "0 1 0",
      "direct-sent": "0 1 0",
      "edit": "1 0 0",
      "hostile": "5 0 0",
      "like": "0 0 0",
      "long": "1 0 0",
      "malformed-cut": null,
      "malformed-events-no-list": "0 0 0",
      "malformed-id": "0 0 0",
      "malformed-list": null,
      "malformed-no-author": "0 0 0",
      "malformed-no-events": "0 0 0",
      "malformed-other-account": "1 0 0",
      "malformed-time": "1 0 0",
      "mention": "1 0 0",
      "own": "1 0 0",
      "quote": "1 0 0",
      "reply": "1 0 0",
      "repost": "1 0 0",
      "revoke": "0 0 0",
      "several": "2 0 0",
      "typing": "0 0 0",
    }
  `)
})

test('what X answers is read, of each shape as much as there is in it', () => {
  const read = texts('api').map(([name, text]) => {
    const { status, body } = JSON.parse(text) as { status: number; body: unknown }
    if (status >= 400) return [name, readProblem(status, body)?.code ?? null]
    const page = readPage(body)
    return [name, page && `${page.posts.length} posts, ${page.lacks.length} lacks, ${page.unreadable} unreadable`]
  })
  expect(Object.fromEntries(read)).toMatchInlineSnapshot(`
    {
      "capped": "quota",
      "deleted": "0 posts, 1 lacks, 0 unreadable",
      "direct": "0 posts, 0 lacks, 1 unreadable",
      "duplicate": "duplicate",
      "edit": "1 posts, 0 lacks, 0 unreadable",
      "hostile": "5 posts, 0 lacks, 0 unreadable",
      "long": "0 posts, 0 lacks, 0 unreadable",
      "malformed-id-a-number": "0 posts, 0 lacks, 1 unreadable",
      "malformed-no-author-known": "0 posts, 0 lacks, 1 unreadable",
      "malformed-no-list": "0 posts, 0 lacks, 0 unreadable",
      "malformed-null": "0 posts, 0 lacks, 0 unreadable",
      "malformed-references": "1 posts, 0 lacks, 0 unreadable",
      "malformed-time": "1 posts, 0 lacks, 0 unreadable",
      "malformed-v1-errors": "refused",
      "mention": "1 posts, 0 lacks, 0 unreadable",
      "no-credits": "quota",
      "not-enrolled": "permission",
      "not-summoned": "not-summoned",
      "nothing-new": "0 posts, 0 lacks, 0 unreadable",
      "parent-gone": "0 posts, 1 lacks, 0 unreadable",
      "partial": "1 posts, 2 lacks, 0 unreadable",
      "posted": "0 posts, 0 lacks, 0 unreadable",
      "quote": "0 posts, 0 lacks, 0 unreadable",
      "read-only": "permission",
      "reply": "0 posts, 0 lacks, 0 unreadable",
      "target-gone": "gone",
      "too-many": "refused",
      "unauthorized": "auth",
    }
  `)
})
