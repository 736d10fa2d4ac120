import type { KnownBlock, ModalView } from '@slack/types'
import type { Form } from '../../../model/chat.ts'
import type { Language } from '../../../model/station.ts'
import { slackFormsWording } from '../../../wording/slack-forms.ts'
import { cutLines } from '../draw/clip.ts'
import { inertSaid } from '../draw/inert.ts'
import { plain } from '../draw/plain.ts'
import { bold, quoted, section, text } from '../draw/rich.ts'
import type { Draw } from '../parts.ts'
import { drawField } from './fields.ts'

export const CALLBACK = 'form'
/** docs.slack.dev, modal views: title, submit and close have at most 24 characters. */
const TITLE = 24
/** The newest of the conversation are worth the room. */
const QUOTES = 8
const PREVIEW = { characters: 3_000, lines: 60 }

/** A form as a modal: the conversation so far, the fields, and what would go out of what stands in them. */
export function viewOf(
  form: Form,
  metadata: string,
  { draw, language }: { draw: Draw; language: Language },
): ModalView {
  const say = slackFormsWording(language)
  const quotes = form.quotes?.slice(-QUOTES) ?? []
  return {
    type: 'modal',
    callback_id: CALLBACK,
    private_metadata: metadata,
    title: plain(form.title, TITLE),
    submit: plain(form.submit, TITLE),
    close: plain(say.cancel, TITLE),
    blocks: [
      ...(form.title.length > TITLE ? [said(form.title)] : []),
      ...(form.context ? [said(form.context)] : []),
      ...(quotes.length > 0 ? [note(say.soFar), ...quotes.flatMap((quote) => drawQuote(quote, draw)), DIVIDER] : []),
      ...form.fields.flatMap((field) => drawField(field, language)),
      ...(form.preview ? preview(form.preview, say) : []),
    ],
  }
}

const DIVIDER: KnownBlock = { type: 'divider' }
const said = (words: string): KnownBlock => ({
  type: 'rich_text',
  elements: [section([text(inertSaid(words))])],
})
const note = (words: string): KnownBlock => ({ type: 'context', elements: [plain(words, 300)] })

function drawQuote(quote: NonNullable<Form['quotes']>[number], draw: Draw): KnownBlock[] {
  return draw({ kind: 'private', text: '', quote }).blocks.map(({ block_id: _, ...block }): KnownBlock => block)
}

function preview(
  { text: words, length, max }: NonNullable<Form['preview']>,
  say: ReturnType<typeof slackFormsWording>,
): KnownBlock[] {
  const count = length > max ? `⚠️ ${say.length(length, max)} · ${say.tooLong(length - max)}` : say.length(length, max)
  const shown = cutLines(inertSaid(words).trim(), PREVIEW.characters, PREVIEW.lines)
  return [
    { type: 'context', block_id: 'length', elements: [plain(count, 300)] },
    ...(shown === ''
      ? []
      : [
          {
            type: 'rich_text' as const,
            block_id: 'preview',
            elements: [section([bold(say.preview)]), quoted([text(shown)])],
          },
        ]),
  ]
}
