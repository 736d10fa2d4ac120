/** Marks that survive any rendering: in what a reader wrote (with the version of the text), a reply, a planned post. */
export const markOf = {
  message: (number: number, version: number) => `zzm${number}v${version}`,
  reply: (number: number) => `zzr${number}`,
  post: (number: number) => `zzp${number}`,
}

export interface MessageMark {
  number: number
  version: number
}

/** The marks of readers' messages in a text, each once. */
export function messageMarks(text: string): MessageMark[] {
  const found = new Map<string, MessageMark>()
  for (const [mark, number, version] of text.matchAll(/\bzzm(\d+)v(\d+)\b/g))
    found.set(mark, { number: Number(number), version: Number(version) })
  return [...found.values()]
}

/** Whether a reply's or a post's mark stands in a text, and not only as the beginning of a longer one. */
export const bears = (text: string, mark: string): boolean => new RegExp(`\\b${mark}\\b`).test(text)
