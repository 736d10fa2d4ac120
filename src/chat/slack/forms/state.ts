import { z } from 'zod'
import { type Carried, carried } from './carried.ts'
import { fieldOf } from './fields.ts'

const FILLED = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

/** A view of ours as it comes with an interaction. */
export const VIEW = z.object({
  id: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().default('') })).default([]),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), FILLED)) }).default({ values: {} }),
})
export type View = z.infer<typeof VIEW>

/** What stands in the fields, by their names, and what the form remembers; null for a view that is no form of ours. */
export function readView(given: unknown): { id: string; about: Carried; filled: Record<string, string> } | null {
  const view = VIEW.safeParse(given)
  const about = view.success ? carried(view.data.private_metadata) : null
  if (!view.success || about === null) return null
  const filled: Record<string, string> = {}
  for (const [block, elements] of Object.entries(view.data.state.values)) {
    const name = fieldOf(block)
    const [element] = Object.values(elements)
    if (name !== null && element) filled[name] = element.selected_option?.value ?? element.value ?? ''
  }
  if (about.opened) filled[about.opened.name] = String(about.opened.at)
  return { id: view.data.id, about, filled }
}

/** The field beside which a sentence about the whole form stands best: where somebody typed last, else the last one. */
export function fieldForError(given: unknown): string | null {
  const view = VIEW.safeParse(given)
  if (!view.success) return null
  const inputs = view.data.blocks.filter(({ type, block_id }) => type === 'input' && fieldOf(block_id) !== null)
  const typed = inputs.findLast(({ block_id }) =>
    Object.values(view.data.state.values[block_id] ?? {}).some((it) => it.value),
  )
  return (typed ?? inputs.at(-1))?.block_id ?? null
}
