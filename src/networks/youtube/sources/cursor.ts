import type { z } from 'zod'

/** What a cursor says; null for none, or one that cannot be read: then the source begins anew. */
export function readCursor<S extends z.ZodType>(shape: S, cursor: string | null): z.output<S> | null {
  if (cursor === null) return null
  try {
    return shape.safeParse(JSON.parse(cursor)).data ?? null
  } catch {
    return null
  }
}
