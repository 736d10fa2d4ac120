import type { Attachment } from '../src/model/network.ts'

const IMAGE = /^[ \t]*(?:image|afbeelding):\s*(\S+)[ \t]*(.*)$/gim

/** Takes the lines `image: https://… what is to be seen` out of a reply; the rest is its text. */
export function takeImages(said: string): { text: string; media: Attachment[] } {
  const media: Attachment[] = []
  const text = said.replace(IMAGE, (_line, url: string, alt: string) => {
    media.push({ kind: 'image', url, alt: alt.trim() || null })
    return ''
  })
  return { text: text.trim(), media }
}
