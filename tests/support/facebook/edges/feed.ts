import { z } from 'zod'
import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { fieldsOf } from '../nodes/draw.ts'
import { oauth, wrongParam } from '../refusal.ts'
import type { Photo, Post } from '../types.ts'
import { knownOnly } from './known.ts'
import { listOf } from './list.ts'
import { tellPost } from './tell-post.ts'

/** Longest post, in characters. */
const LONGEST = 63_206

/** @see https://developers.facebook.com/docs/graph-api/reference/page/feed */
export function readFeed(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_read_engagement')
  const all = newestFirst(graph).filter(({ tagsUs, item }) => !tagsUs && item !== 'share')
  // What visitors wrote is shown to those alone who may read what the public writes.
  const { token } = call
  const others = token.kind === 'page' && token.permissions.has('pages_read_user_content')
  lookedAt(graph, call)
  return listOf(graph, call, others ? all : all.filter(({ from }) => from.id === graph.page.self.id))
}

/** Who asks for no words of the posts does not see whether one of ours is out. */
function lookedAt(graph: Graph, call: Call): void {
  const fields = fieldsOf(call)
  if (fields === null || fields.some(({ name }) => name === 'message')) graph.journal.looked([null])
}

/** The page's own posts alone: `/posts` and `/published_posts`. */
export function readOwn(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_read_engagement')
  lookedAt(graph, call)
  return listOf(
    graph,
    call,
    newestFirst(graph).filter(({ from }) => from.id === graph.page.self.id),
  )
}

/** @see https://developers.facebook.com/docs/graph-api/reference/page/tagged */
export function readTagged(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_read_user_content')
  return listOf(
    graph,
    call,
    newestFirst(graph).filter(({ tagsUs }) => tagsUs),
  )
}

/** @see https://developers.facebook.com/docs/graph-api/reference/page/visitor_posts */
export function readVisitors(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_read_user_content')
  return listOf(
    graph,
    call,
    newestFirst(graph).filter(({ item }) => item === 'post'),
  )
}

export const newestFirst = (graph: Graph): Post[] =>
  [...graph.page.posts.values()].reverse().sort((a, b) => b.created - a.created)

/** A post of the page. @see https://developers.facebook.com/docs/graph-api/reference/page/feed#publish */
export function publish(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_manage_posts', true)
  graph.allow(call.token, 'pages_read_engagement', true)
  const { params } = call
  knownOnly(graph, call, ['message', 'link', 'published', 'scheduled_publish_time', 'targeting', 'feed_targeting'])
  const photos = attached(graph, params)
  const message = params.message ?? ''
  if (message === '' && !params.link && photos.length === 0) {
    throw wrongParam('The parameter message is required')
  }
  checkText(graph, message)
  const post = placePost(graph, { message, link: params.link ?? null, photos, item: photos[0] ? 'photo' : 'status' })
  graph.journal.write(message, null, post.created, post.id)
  return { id: post.id }
}

/** @throws {Refusal} where a post's text is too long, or the same as that of the page's last one */
export function checkText(graph: Graph, message: string): void {
  if ([...message].length > LONGEST) throw wrongParam('Param message is too long')
  const last = newestFirst(graph).find(({ from }) => from.id === graph.page.self.id)
  if (message !== '' && last?.message === message) {
    throw oauth(506, '(#506) Duplicate status message', 1455006)
  }
}

export function placePost(graph: Graph, post: Pick<Post, 'message' | 'link' | 'photos' | 'item'>): Post {
  const { page } = graph
  const now = graph.clock.now()
  const { id, name } = page.self
  const placed: Post = {
    kind: 'post',
    id: page.ids.post(),
    from: { id, name },
    tagsUs: false,
    hidden: false,
    created: now,
    updated: now,
    ...post,
  }
  page.posts.set(placed.id, placed)
  tellPost(graph, placed)
  return placed
}

const Media = z.object({ media_fbid: z.string() })

/** Photos uploaded before: `attached_media=[{"media_fbid":"…"}]` or `attached_media[0]={…}`. */
function attached({ page }: Graph, params: Readonly<Record<string, string>>): Photo[] {
  const texts = Object.entries(params).filter(
    ([key]) => key === 'attached_media' || /^attached_media\[\d+\]$/.test(key),
  )
  const media = texts.flatMap(([, text]) =>
    z.union([Media.array(), Media.transform((one) => [one])]).parse(JSON.parse(text)),
  )
  return media.map(({ media_fbid }) => {
    const photo = page.photos.get(media_fbid)
    if (!photo) throw wrongParam(`Invalid media_fbid ${media_fbid}`)
    return photo
  })
}
