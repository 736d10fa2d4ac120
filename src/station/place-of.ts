import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml'

/** The way to a value in a file: keys and list indices. */
export type Path = readonly PropertyKey[]

/** `slots[0].from` */
export const showPath = (path: Path) =>
  path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`
    return shown ? `${shown}.${String(step)}` : String(step)
  }, '')

/** The offset of the deepest key on a path that stands in the file: a missing key is shown at what should hold it. */
export function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === step)
      if (!pair || !isNode(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else {
      const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
      if (!isNode(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    }
  }
  return offset
}
