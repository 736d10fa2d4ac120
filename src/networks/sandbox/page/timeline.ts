import { html } from 'hono/html'
import { type Item, personOf } from '../item.ts'
import type { Reading } from '../reading.ts'
import type { Store } from '../store.ts'
import { messageOf } from './message.ts'
import { plainName, type View } from './view.ts'

/** Beyond this depth answers hang beside each other: a phone has no room for more. */
const DEEPEST = 3

export interface Shelf {
  store: Store
  reading: Reading
  now: number
}
type Html = ReturnType<typeof html>

/** What the visitor reads, as a list of branches or as one private exchange. */
export function timelineOf(shelf: Shelf, view: View): Html {
  const { reading, store, now } = shelf
  const only = view.only === null ? null : store.item(view.only)
  if (view.tab === 'private' || only?.kind === 'direct') {
    return exchangeOf(shelf, view, only?.person ?? personOf(view.as))
  }
  const branches = only ? reading.branch(only, now) : reading.timeline(view.tab === 'all' ? null : view.tab, now)
  const tree = { shelf, view, below: byParent(branches.answers) }
  const shown = branches.tops.filter((item) => isShown(tree, item))
  if (shown.length === 0) return html`<p class="nothing">${view.say.nothingYet}</p>`
  return html`<ol class="branches">${shown.map((item) => html`<li class="branch">${hang(tree, item, 0)}</li>`)}</ol>`
}

interface Tree {
  shelf: Shelf
  view: View
  below: ReadonlyMap<number | null, Item[]>
}

/** What was deleted stays as a gap only where something hangs below it. */
const isShown = ({ below }: Tree, item: Item) => item.deleted_at === null || below.has(item.seq)

function hang(tree: Tree, item: Item, depth: number): Html {
  const message = messageOf(item, tree.shelf.store, tree.view, tree.shelf.now)
  const answers = depth < DEEPEST ? answersTo(tree, item) : []
  if (answers.length === 0) return message
  const list = answers.map((one) => html`<li>${hang(tree, one, depth + 1)}</li>`)
  const beside = depth + 1 < DEEPEST ? [] : answers.flatMap((one) => allBelow(tree, one))
  return html`${message}<ol class="answers">${list}${beside.map((one) => html`<li>${hang(tree, one, DEEPEST)}</li>`)}</ol>`
}

const answersTo = (tree: Tree, item: Item) => (tree.below.get(item.seq) ?? []).filter((one) => isShown(tree, one))
const allBelow = (tree: Tree, item: Item): Item[] =>
  answersTo(tree, item).flatMap((one) => [one, ...allBelow(tree, one)])

function byParent(items: Item[]): Map<number | null, Item[]> {
  const groups = new Map<number | null, Item[]>()
  for (const item of items) groups.set(item.parent, [...(groups.get(item.parent) ?? []), item])
  return groups
}

function exchangeOf({ reading, store, now }: Shelf, view: View, person: string): Html {
  const items = reading.exchange(person, now)
  if (items.length === 0) return html`<p class="nothing">${view.say.nothingPrivate(plainName(view.as))}</p>`
  return html`<ol class="exchange">${items.map((item) => html`<li>${messageOf(item, store, view, now)}</li>`)}</ol>`
}
