import type { Evidence } from '../evidence.ts'
import { bears } from '../marker.ts'

export interface PostCount {
  planned: number
  public: number
  beforePerson: number
  lost: string[]
  doubled: string[]
}

/** A planned post is public once on each of its networks, or its programme's channel says why not. */
export function countPosts({ planned, seen, threads }: Evidence): PostCount {
  const count: PostCount = { planned: planned.length, public: 0, beforePerson: 0, lost: [], doubled: [] }
  for (const { mark, network } of planned) {
    const out = seen.filter((it) => it.network === network && bears(it.text, mark)).length
    if (out > 1) count.doubled.push(`${mark} is public ${out} times on ${network}`)
    if (out > 0) count.public += 1
    else if (threads.some((it) => it.lines.some((line) => line.kind !== 'card' && bears(line.text, mark))))
      count.beforePerson += 1
    else count.lost.push(`${mark} did not air on ${network} and nobody was told`)
  }
  return count
}
