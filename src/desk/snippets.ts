import { nearestOf } from '../model/nearest.ts'
import { Refused } from '../model/refused.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'

export interface Snippet {
  id: string
  text: string
  /** False for one of station.yaml, which is not changed from the chat. */
  ours: boolean
}

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/
const RESERVED = ['list', 'add', 'remove']
const MAX = 5_000

/** The ready-made texts: the station's file first, then what the team added. */
export async function snippets(act: Act): Promise<Snippet[]> {
  const stored = await act.tx.selectFrom('snippet').select(['id', 'text']).orderBy('id').execute()
  const inFile = act.station.snippets.map((it) => ({ ...it, ours: false }))
  return [...inFile, ...stored.filter((it) => !isInFile(act, it.id)).map((it) => ({ ...it, ours: true }))]
}

export async function snippetCalled(act: Act, said: string): Promise<Snippet> {
  const all = await snippets(act)
  const found = all.find((it) => it.id === said.toLowerCase())
  if (found) return found
  const nearest = nearestOf(
    said,
    all.map((it) => it.id),
  )
  throw new Refused('no-snippet', { found: said, nearest: nearest ?? '' })
}

/** Adds a ready-made text, or replaces one that the team added before. */
export async function addSnippet(act: Act, input: { name: string; text: string }): Promise<{ replaced: boolean }> {
  const by = requireSender(act)
  const id = input.name.toLowerCase()
  if (!NAME.test(id) || RESERVED.includes(id)) throw new Refused('snippet-name', { found: input.name })
  if (isInFile(act, id)) throw new Refused('snippet-from-file', { name: id })
  if (input.text.length > MAX) throw new Refused('text-too-long', { length: input.text.length, max: MAX })
  const before = await act.tx.selectFrom('snippet').select('id').where('id', '=', id).executeTakeFirst()
  const values = { text: input.text, by: by.id, at: act.now }
  await act.tx
    .insertInto('snippet')
    .values({ id, ...values })
    .onConflict((it) => it.column('id').doUpdateSet(values))
    .execute()
  await record(act, 'snippet-added', { detail: id })
  return { replaced: before !== undefined }
}

export async function removeSnippet(act: Act, name: string): Promise<void> {
  requireSender(act)
  const snippet = await snippetCalled(act, name)
  if (!snippet.ours) throw new Refused('snippet-from-file', { name: snippet.id })
  await act.tx.deleteFrom('snippet').where('id', '=', snippet.id).execute()
  await record(act, 'snippet-removed', { detail: snippet.id })
}

const isInFile = (act: Act, id: string): boolean => act.station.snippets.some((it) => it.id === id)
