import type { InputBlock, PlainTextInput, PlainTextOption, StaticSelect } from '@slack/types'
import type { Field } from '../../../model/chat.ts'
import type { Language } from '../../../model/station.ts'
import { slackFormsWording } from '../../../wording/slack-forms.ts'
import { plain } from '../draw/plain.ts'

/** docs.slack.dev, block elements: the longest text of a plain_text_input. */
export const LONGEST_INPUT = 3_000

const ID = 'field:'

/** The block of a field, so that it can be told apart from whatever else stands in a form. */
export const fieldId = (name: string): string => `${ID}${name}`
export const fieldOf = (blockId: string): string | null => (blockId.startsWith(ID) ? blockId.slice(ID.length) : null)

/** A field that a person fills in; the one for the moment of opening is not shown. */
export function drawField(field: Field, language: Language): InputBlock[] {
  if (field.kind === 'opened') return []
  const typing = field.limit !== undefined
  return [
    {
      type: 'input',
      block_id: fieldId(field.name),
      label: plain(field.label, 2_000),
      optional: !field.required,
      // What it will look like and how long it is follows the letters.
      ...(typing && { dispatch_action: true }),
      element: field.kind === 'choice' ? choice(field, language) : input(field, typing),
    },
  ]
}

const input = ({ name, kind, value }: Field, typing: boolean): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: name,
  multiline: kind === 'lines',
  max_length: LONGEST_INPUT,
  ...(value && { initial_value: value }),
  ...(typing && { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }),
})

function choice({ name, value, options = [] }: Field, language: Language): StaticSelect {
  const drawn = options.map((it): PlainTextOption => ({ text: plain(it.label, 75), value: it.value }))
  const chosen = drawn.find((it) => it.value === value)
  return {
    type: 'static_select',
    action_id: name,
    placeholder: plain(slackFormsWording(language).choose, 150),
    options: drawn,
    ...(chosen && { initial_option: chosen }),
  }
}
