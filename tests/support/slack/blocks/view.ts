import { z } from 'zod'
import { Declined, declinedFor } from '../declined.ts'
import { faultsInView } from './check.ts'
import { plain } from './texts.ts'

/** Views (docs.slack.dev/reference/views). */
const metadata = { private_metadata: z.string().max(3000, 'must be less than 3001 characters').optional() }
const callback = { callback_id: z.string().max(255, 'must be less than 256 characters').optional() }
const external = { external_id: z.string().max(255, 'must be less than 256 characters').optional() }
const modal = z.strictObject({
  type: z.literal('modal'),
  title: plain(24),
  submit: plain(24).nullish(),
  close: plain(24).nullish(),
  blocks: z.array(z.unknown()),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...metadata,
  ...callback,
  ...external,
})
const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(z.unknown()),
  ...metadata,
  ...callback,
  ...external,
})

export type GivenView = z.infer<typeof modal> | z.infer<typeof home>

/** The view as it was given, or the refusal: `invalid_arguments` with what is wrong; 250 KB are the most. */
export function checkedView(view: unknown, type: 'modal' | 'home'): GivenView {
  if (typeof view !== 'object' || view === null) throw new Declined('invalid_arguments')
  if (JSON.stringify(view).length > 250_000) throw new Declined('view_too_large')
  const read = (type === 'modal' ? modal : home).safeParse(view)
  const faults = read.success
    ? faultsInView(read.data.blocks)
    : read.error.issues.map((issue) => `${issue.message} [json-pointer:${['/view', ...issue.path].join('/')}]`)
  if (read.success && type === 'modal' && !('submit' in read.data && read.data.submit)) {
    const asks = (read.data.blocks as { type?: string }[]).some((block) => block.type === 'input')
    if (asks) faults.push('missing required field: submit, since there is an input [json-pointer:/view]')
  }
  if (!read.success || faults.length > 0) throw declinedFor('invalid_arguments', faults)
  return read.data
}
