/** How the desk names its rows to the outside: `m` a message, `e` an event, `p` a private answer. */
export type Sort = 'm' | 'e' | 'p'

export const publicId = (world: string, sort: Sort, seq: number): string => `${world}-${sort}${seq}`

/** The row's number in a public id; null where it is none of this desk's. */
export function seqOf(world: string, sort: Sort, id: string): number | null {
  const found = /^([0-9a-f]{8})-([mep])([1-9]\d{0,14})$/.exec(id)
  return found && found[1] === world && found[2] === sort ? Number(found[3]) : null
}
