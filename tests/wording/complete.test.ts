import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../src/model/refused.ts'
import { noticeText } from '../../src/wording/notices.ts'
import { refusalText } from '../../src/wording/refusals.ts'

const sources = ['src', 'commands']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const named = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map((found) => found[1] ?? ''))].sort()

const refusals = named(/new Refused\(\s*'([\w-]+)'/g)
const notices = named(/\bnotice: '([\w-]+)'/g)

describe('every sentence that is needed is there', () => {
  it.each(['nl', 'en'] as const)('for each refusal, in %s', (language) => {
    expect(refusals.length).toBeGreaterThan(20)
    expect(refusals.filter((code) => refusalText(language, new Refused(code)).startsWith('refused: '))).toEqual([])
  })

  it.each(['nl', 'en'] as const)('for each notice, in %s', (language) => {
    expect(notices.length).toBeGreaterThan(10)
    expect(notices.filter((notice) => noticeText(language, notice) === notice)).toEqual([])
  })
})
