import { expect, test } from 'vitest'
import { isText } from '../../../src/tools/replay/view.ts'

const TEXT = '@anna Kijk eens op plank drie.'

test.each([
  ['as it was typed', TEXT],
  ['with other white space', '@anna  Kijk eens\nop plank drie. '],
  ['with initials behind it', `${TEXT} ^MD`],
  ['with the names before it that X puts there', `@boekenclub @bert ${TEXT}`],
  ['with both', `@boekenclub ${TEXT} ^MD`],
])('an answer is known %s', (_, shown) => {
  expect(isText(shown, TEXT)).toBe(true)
})

test.each([
  ['to somebody else', '@bert Kijk eens op plank drie.'],
  ['with words before it', `Beste ${TEXT}`],
  ['with much behind it', `${TEXT} En neem dan meteen een tweede boek mee.`],
  ['cut short', '@anna Kijk eens'],
])('another answer is not taken for it: %s', (_, shown) => {
  expect(isText(shown, TEXT)).toBe(false)
})
