import type { Attachment } from '../../../model/network.ts'
import type { From } from '../shapes.ts'
import type { Verb } from './shapes.ts'

interface Public {
  verb: Verb
  id: string
  from: From
  /** Null where the delivery leaves it out. */
  text: string | null
  attachments: Attachment[]
  url: string | null
  /** When it was written and when this happened to it, UTC ms. */
  at: number
  happened: number
  /** Null where only the verb tells. */
  hidden: boolean | null
}

/**
 * One thing that a delivery tells, in our words. `parent`: the comment above it; null: the post; undefined: not told.
 * `elsewhere`: it names our page under a post that is not on it.
 */
export type Told =
  | (Public & { kind: 'comment'; post: string; parent: string | null | undefined; elsewhere: boolean })
  | (Public & { kind: 'post' })
  | {
      kind: 'message'
      id: string
      person: string
      text: string
      attachments: Attachment[]
      at: number
      /** How often it was edited; 0: it is new. */
      edits: number
    }

export type ToldPublicly = Exclude<Told, { kind: 'message' }>
