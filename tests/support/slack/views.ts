import { withIds } from './blocks/check.ts'
import { checkedView, type GivenView } from './blocks/view.ts'
import { Declined } from './declined.ts'
import { blockId, newId } from './ids.ts'
import { initialState } from './people/state.ts'
import type { Block, View } from './types.ts'

/** The modals that people have open, each person's a stack of at most three, and their Home pages. */
export class Views {
  readonly byId = new Map<string, View>()
  readonly stacks = new Map<string, View[]>()
  readonly homes = new Map<string, View>()

  open(user: string, given: unknown): View {
    const view = this.#made(user, checkedView(given, 'modal'), null)
    this.stacks.set(user, [view])
    return view
  }

  push(user: string, given: unknown): View {
    const stack = this.stacks.get(user) ?? []
    const top = stack.at(-1)
    if (!top) throw new Declined('not_found')
    if (stack.length >= 3) throw new Declined('push_limit_reached')
    const view = this.#made(user, checkedView(given, 'modal'), top)
    stack.push(view)
    return view
  }

  update(view: View, given: unknown, hash: string): View {
    if (hash !== '' && hash !== view.hash) throw new Declined('hash_conflict')
    this.#fill(view, checkedView(given, view.type))
    return view
  }

  publish(user: string, given: unknown, hash: string): View {
    const known = this.homes.get(user)
    if (hash !== '' && hash !== known?.hash) throw new Declined('hash_conflict')
    const checked = checkedView(given, 'home')
    if (known) this.#fill(known, checked)
    const view = known ?? this.#made(user, checked, null)
    this.homes.set(user, view)
    return view
  }

  find(id: string, externalId: string): View {
    const found = id
      ? this.byId.get(id)
      : [...this.byId.values()].find((one) => externalId && one.external_id === externalId)
    if (!found) throw new Declined('not_found')
    return found
  }

  top(user: string): View | undefined {
    return this.stacks.get(user)?.at(-1)
  }

  /** Takes a person's top modal away, or all of them. */
  close(user: string, all = false): View | undefined {
    const stack = this.stacks.get(user) ?? []
    const closed = all ? stack.splice(0) : stack.splice(-1)
    for (const view of closed) this.byId.delete(view.id)
    return closed.at(-1)
  }

  #made(user: string, given: GivenView, under: View | null): View {
    const id = newId('V')
    const view: View = {
      id,
      type: given.type,
      user,
      callback_id: '',
      private_metadata: '',
      external_id: '',
      hash: '',
      blocks: [],
      state: { values: {} },
      clear_on_close: false,
      notify_on_close: false,
      root_view_id: under?.root_view_id ?? id,
      previous_view_id: under?.id ?? null,
    }
    this.#fill(view, given)
    this.byId.set(id, view)
    return view
  }

  /** What was typed stays where block and action keep their ids, as Slack's clients do. */
  #fill(view: View, given: GivenView): void {
    const typed = view.state.values
    view.callback_id = given.callback_id ?? ''
    view.private_metadata = given.private_metadata ?? ''
    view.external_id = given.external_id ?? ''
    view.hash = `${Math.floor(Math.random() * 1e10)}.${newId('').slice(0, 8)}`
    view.blocks = withIds(given.blocks as Block[], blockId)
    if (given.type === 'modal') {
      view.title = given.title
      view.submit = given.submit ?? null
      view.close = given.close ?? null
      view.clear_on_close = given.clear_on_close ?? false
      view.notify_on_close = given.notify_on_close ?? false
    }
    view.state = { values: initialState(view.blocks, typed) }
  }
}
