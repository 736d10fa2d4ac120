import { expect, test } from 'vitest'
import { Troubles } from '../../src/start/troubles.ts'

const invite = (channel: string) => ({ code: 'slack-invite', facts: { channel } })

test('a trouble is news once, until it is mended', () => {
  const troubles = new Troubles()
  expect(troubles.heard(invite('#a'))).toBe(true)
  expect(troubles.heard(invite('#a'))).toBe(false)
  expect(troubles.heard(invite('#a'), true)).toBe(true)
  expect(troubles.heard(invite('#a'), true)).toBe(false)
  expect(troubles.heard(invite('#a'))).toBe(true)
})

test('two of one kind stand side by side, and are one code', () => {
  const troubles = new Troubles()
  for (const trouble of [invite('#b'), invite('#a'), { code: 'slack-scope', facts: { scope: 'commands' } }])
    troubles.heard(trouble)
  expect(troubles.codes).toEqual(['slack-invite', 'slack-scope'])
  troubles.heard(invite('#a'), true)
  expect(troubles.codes).toEqual(['slack-invite', 'slack-scope'])
  troubles.heard(invite('#b'), true)
  expect(troubles.codes).toEqual(['slack-scope'])
})

test('what is mended without facts is mended whatever they were', () => {
  const troubles = new Troubles()
  troubles.heard(invite('#a'))
  expect(troubles.heard({ code: 'slack-invite' }, true)).toBe(true)
  expect(troubles.codes).toEqual([])
})
