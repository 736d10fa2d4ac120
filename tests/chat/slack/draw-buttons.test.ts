import { expect, test } from 'vitest'
import { decodeAction, drawButton, drawOption, fitsMenu, menuId } from '../../../src/chat/slack/buttons.ts'
import { idOf, readId } from '../../../src/chat/slack/draw/ids.ts'
import type { Button } from '../../../src/model/chat.ts'

const FORM = { title: 'Antwoord', submit: 'Verstuur', fields: [] }
const button = (more: Partial<Button>): Button => ({ action: 'claim', value: '12', label: 'Ik pak dit', ...more })

test.each([
  [button({}), { action: 'claim', value: '12', opensForm: false }],
  [button({ action: 'reply', form: FORM }), { action: 'reply', value: '12', opensForm: true }],
  [button({ value: '' }), { action: 'claim', value: '', opensForm: false }],
  [button({ value: '12.3:x y|z' }), { action: 'claim', value: '12.3:x y|z', opensForm: false }],
])('a button is read back as it was drawn, from a row and from a menu: %o', (drawn, pressed) => {
  const { type, action_id, value } = drawButton(drawn, 7)
  expect(decodeAction({ type, action_id: action_id ?? '', value })).toEqual(pressed)
  const option = { value: drawOption(drawn).value }
  expect(decodeAction({ type: 'overflow', action_id: menuId(1), selected_option: option })).toEqual(pressed)
  expect(decodeAction({ type: 'static_select', action_id: menuId(2), selected_option: option })).toEqual(pressed)
})

test('what is no button of the station’s is nothing', () => {
  expect(decodeAction({ type: 'button', action_id: 'approve', value: '1' })).toBeNull()
  expect(decodeAction({ type: 'button', action_id: 'menu:1', value: 'act:send:1' })).toBeNull()
  expect(decodeAction({ type: 'overflow', action_id: menuId(1) })).toBeNull()
  expect(decodeAction({ type: 'static_select', action_id: menuId(1), selected_option: { value: 'x' } })).toBeNull()
})

test('a value that a menu has no room for is seen before it is drawn, and nothing is ever cut in half', () => {
  expect(fitsMenu(button({ value: 'x'.repeat(100) }))).toBe(true)
  expect(fitsMenu(button({ value: 'x'.repeat(150) }))).toBe(false)
  expect(() => drawOption(button({ value: 'x'.repeat(150) }))).toThrow('do not fit')
  expect(() => drawButton(button({ value: 'x'.repeat(2_001) }), 0)).toThrow('do not fit')
})

const nothing = { conversation: null, draft: null, post: null, message: null, code: null }
test.each([
  [{ kind: 'card', about: { conversation: 12 } }, 'card 12', { conversation: 12 }],
  [{ kind: 'message', about: { message: '12.3' } }, 'message 12.3', { message: '12.3', conversation: 12 }],
  [{ kind: 'reply', about: { draft: 34, conversation: 12 } }, 'reply 34', { draft: 34 }],
  [{ kind: 'notice', about: { conversation: 12 } }, 'notice 12', { conversation: 12 }],
  [{ kind: 'alarm' }, 'alarm', {}],
  [{ kind: 'post', about: { post: 7 } }, 'post 7', { post: 7 }],
  [{ kind: 'digest' }, 'digest', {}],
  [{ kind: 'private' }, 'private  ', {}],
  [{ kind: 'private', about: { draft: 34 } }, 'private 34 ', { draft: 34 }],
  [{ kind: 'private', about: { code: 'too-long' } }, 'private  too-long', { code: 'too-long' }],
] as const)('a message says what it is about: %o', (content, id, told) => {
  expect(idOf({ ...content, text: '' })).toBe(id)
  expect(readId(id)).toEqual({ ...nothing, kind: content.kind, ...told })
})

test('a block of somebody else’s says nothing', () => {
  expect(readId('xYz1')).toBeNull()
  expect(readId('')).toBeNull()
})
