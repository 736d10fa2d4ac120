import type { z } from 'zod'
import { Declined, declinedFor } from '../declined.ts'
import type { Block } from '../types.ts'
import { oneBlock } from './kinds.ts'
import { list } from './texts.ts'

const inMessage = list(oneBlock, 50, 0)
const inView = list(oneBlock, 100, 0)

/** All the text that Slack counts for `msg_blocks_too_long`; the number is from bolt-js#2509, what counts from memory. */
const MOST_IN_A_MESSAGE = 13_200

/** Says what is wrong with a message's blocks, or gives them back with ids for those that had none. */
export function checkedBlocks(blocks: unknown, newBlockId: () => string): Block[] {
  if (!Array.isArray(blocks)) throw new Declined('invalid_blocks_format')
  const faults = faultsIn(inMessage, blocks, '/blocks')
  if (faults.length > 0) throw declinedFor('invalid_blocks', faults)
  if (lengthOf(blocks) > MOST_IN_A_MESSAGE) throw new Declined('msg_blocks_too_long')
  return withIds(blocks as Block[], newBlockId)
}

/** The same for a view's, without the message's length. */
export function faultsInView(blocks: unknown): string[] {
  return Array.isArray(blocks)
    ? faultsIn(inView, blocks, '/view/blocks')
    : ['must be an array [json-pointer:/view/blocks]']
}

export function withIds(blocks: Block[], newBlockId: () => string): Block[] {
  return blocks.map((block) => {
    const named = { ...block, block_id: block.block_id ?? newBlockId() }
    if (block.elements)
      named.elements = block.elements.map((one) => (named.type === 'actions' ? withActionId(one, newBlockId) : one))
    if (block.element) named.element = withActionId(block.element, newBlockId)
    if (block.accessory) named.accessory = withActionId(block.accessory, newBlockId)
    return named
  })
}

/** Faults with JSON pointers, as `response_metadata.messages` has them. */
export function faultsIn(schema: z.ZodType, value: unknown, at: string): string[] {
  const read = schema.safeParse(value)
  if (!read.success) return read.error.issues.map((issue) => told(issue, at))
  return [...repeated(value as Block[], at)]
}

function told(issue: z.core.$ZodIssue, at: string): string {
  const pointer = `[json-pointer:${[at, ...issue.path].join('/')}]`
  if (issue.code === 'unrecognized_keys') return `invalid additional property: ${issue.keys.join(', ')} ${pointer}`
  if (issue.code === 'invalid_union') return `unsupported type ${pointer}`
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `missing required field: ${String(issue.path.at(-1))} ${pointer}`
  return `${issue.message} ${pointer}`
}

/** A block_id may stand once in a message, an action_id "should be unique among all other action_ids in the block". */
function* repeated(blocks: Block[], at: string): Generator<string> {
  const blockIds = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    if (block.block_id && blockIds.size === blockIds.add(block.block_id).size) {
      yield `block_id ${block.block_id} is already in use [json-pointer:${at}/${index}/block_id]`
    }
    const actionIds = new Set<string>()
    for (const { action_id: id } of block.type === 'actions' ? (block.elements ?? []) : []) {
      if (id && actionIds.size === actionIds.add(id).size) {
        yield `action_id ${id} already exists for one or more actions [json-pointer:${at}/${index}/elements]`
      }
    }
  }
}

function withActionId<T extends { action_id?: string; type: string }>(element: T, newBlockId: () => string): T {
  return element.type === 'image' || element.action_id ? element : { ...element, action_id: newBlockId() }
}

function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  let sum = 0
  for (const [key, one] of Object.entries(value))
    sum += key === 'text' && typeof one === 'string' ? one.length : lengthOf(one)
  return sum
}
