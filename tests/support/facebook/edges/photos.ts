import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { oauth, wrongParam } from '../refusal.ts'
import type { Photo } from '../types.ts'
import { checkText, placePost } from './feed.ts'
import { knownOnly } from './known.ts'

/** "Image size should be less than 10 MB". */
const BIGGEST = 10 * 1024 * 1024
const STARTS: Readonly<Record<string, string>> = {
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e470d0a1a0a',
  'image/gif': '47494638',
  'image/bmp': '424d',
  'image/tiff': '49492a00',
}

/** A photo as bytes in the form. @see https://developers.facebook.com/docs/graph-api/reference/page/photos */
export function uploadPhoto(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_manage_posts', true)
  graph.allow(call.token, 'pages_read_engagement', true)
  graph.allow(call.token, 'pages_show_list', true)
  const { params, files } = call
  knownOnly(graph, call, ['message', 'caption', 'url', 'published', 'temporary', 'no_story', 'alt_text_custom'])
  const [file] = files
  if (file?.name !== 'source') {
    if (params.url) graph.journal.violate('a photo by its address: Facebook would fetch it by itself')
    throw oauth(324, '(#324) Requires upload file')
  }
  if (file.bytes.length > BIGGEST) throw wrongParam('Your photos should be less than 10 MB')
  const head = file.bytes.subarray(0, 8).toString('hex')
  const [type] = Object.entries(STARTS).find(([, start]) => head.startsWith(start)) ?? []
  if (!type) throw oauth(324, '(#324) Missing or invalid image file')
  const message = params.message ?? params.caption ?? ''
  const published = params.published !== 'false'
  if (published) checkText(graph, message)
  const photo: Photo = {
    kind: 'photo',
    id: graph.page.ids.photo(),
    created: graph.clock.now(),
    from: { id: graph.page.self.id, name: graph.page.self.name },
    name: message,
    alt: params.alt_text_custom ?? null,
    published,
    bytes: file.bytes.length,
    type,
  }
  graph.page.photos.set(photo.id, photo)
  if (!published) return { id: photo.id }
  const post = placePost(graph, { message, link: null, photos: [photo], item: 'photo' })
  graph.journal.write(message, null, post.created, post.id)
  return { id: photo.id, post_id: post.id }
}
