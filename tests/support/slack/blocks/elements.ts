import { z } from 'zod'
import { confirm, id, list, plain, url, words } from './texts.ts'

/** Interactive elements (docs.slack.dev/reference/block-kit/block-elements) and the objects in them. */
const option = z.strictObject({
  text: z.discriminatedUnion('type', [
    plain(75),
    z.strictObject({ type: z.literal('mrkdwn'), text: words(75), verbatim: z.boolean().optional() }),
  ]),
  value: words(150),
  description: plain(75).optional(),
  url: url.optional(),
})
const plainOption = z.strictObject({ text: plain(75), value: words(150), description: plain(75).optional() })
const groups = list(z.strictObject({ label: plain(75), options: list(plainOption, 100) }), 100)
const focus = z.boolean().optional()
const dispatch = z
  .strictObject({ trigger_actions_on: list(z.enum(['on_enter_pressed', 'on_character_entered']), 2) })
  .optional()
const action = { action_id: id.optional() }
const select = { ...action, placeholder: plain(150).optional(), confirm: confirm.optional(), focus_on_load: focus }

export const button = z.strictObject({
  type: z.literal('button'),
  ...action,
  text: plain(75),
  url: url.optional(),
  value: z.string().max(2000, 'must be less than 2001 characters').optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: plain(75).shape.text.optional(),
})
export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...action,
  // The reference says "a maximum of five options"; of two as the least from memory: Slack takes one since 2021, but shows it oddly.
  options: list(option, 5, 2),
  confirm: confirm.optional(),
})
const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...select,
    options: list(plainOption, 100).optional(),
    option_groups: groups.optional(),
    initial_option: plainOption.optional(),
  })
  .refine((one) => Boolean(one.options) !== Boolean(one.option_groups), 'one of options and option_groups is needed')
  .refine(
    ({ initial_option: first, options }) =>
      !first || !options || options.some((o) => o.value === first.value && o.text.text === first.text.text),
    'initial_option must match one of the options',
  )
const usersSelect = z.strictObject({ type: z.literal('users_select'), ...select, initial_user: z.string().optional() })
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...select,
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
})
const radio = z.strictObject({
  type: z.literal('radio_buttons'),
  ...action,
  options: list(option, 10),
  initial_option: option.optional(),
  confirm: confirm.optional(),
  focus_on_load: focus,
})
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...action,
  options: list(option, 10),
  initial_options: list(option, 10).optional(),
  confirm: confirm.optional(),
  focus_on_load: focus,
})
const datepicker = z.strictObject({ type: z.literal('datepicker'), ...select, initial_date: z.iso.date().optional() })
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...select,
  initial_time: z.string().optional(),
  timezone: z.string().optional(),
})
export const image = z.strictObject({ type: z.literal('image'), image_url: url, alt_text: words(2000) })
const plainInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...action,
    placeholder: plain(150).optional(),
    initial_value: z.string().max(3000, 'must be less than 3001 characters').optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    dispatch_action_config: dispatch,
    focus_on_load: focus,
  })
  .refine(
    (one) => (one.initial_value?.length ?? 0) <= (one.max_length ?? 3000),
    'initial_value is longer than max_length',
  )

const pickers = [staticSelect, usersSelect, conversationsSelect, radio, checkboxes, datepicker, timepicker] as const
export const inActions = z.discriminatedUnion('type', [button, overflow, ...pickers])
export const inSection = z.discriminatedUnion('type', [button, overflow, image, ...pickers])
export const inInput = z.discriminatedUnion('type', [plainInput, ...pickers])
