import { graphTime } from '../clock-text.ts'
import { commentsOf } from '../edges/comments-of.ts'
import type { Field } from '../fields.ts'
import type { Post } from '../types.ts'
import { type Shape, some } from './node.ts'

/** @see https://developers.facebook.com/docs/graph-api/reference/page-post */
export const POST: Shape<Post> = {
  title: 'Post',
  defaults: ['created_time', 'message'],
  fields: {
    id: ({ id }) => id,
    message: ({ message }) => message || undefined,
    created_time: ({ created }) => graphTime(created),
    updated_time: ({ updated }) => graphTime(updated),
    from: ({ from }, { field }) => some({ ...from }, field.fields),
    permalink_url: ({ id }) => permalinkOf(id),
    is_hidden: ({ hidden }) => hidden,
    is_published: () => true,
    status_type: ({ item }) => STATUS[item],
    full_picture: ({ photos }) => (photos[0] ? pictureOf(photos[0].id) : undefined),
    to: ({ tagsUs }, { graph }) =>
      tagsUs ? { data: [{ id: graph.page.self.id, name: graph.page.self.name }] } : undefined,
    attachments: (post, { field }) => attachmentsOf(post, field.fields),
    comments: ({ id }, drawing) => commentsOf(id, drawing),
  },
}

function attachmentsOf({ photos, link }: Post, fields: Field[] | null): { data: object[] } | undefined {
  const pictures = photos.map(({ id, name }) => ({
    media_type: 'photo',
    type: 'photo',
    ...(name ? { description: name } : {}),
    media: { image: { src: pictureOf(id), height: 720, width: 720 } },
    target: { id, url: `https://www.facebook.com/photo/?fbid=${id}` },
    url: `https://www.facebook.com/photo/?fbid=${id}`,
  }))
  const shared = link ? [{ media_type: 'link', type: 'share', title: link, url: link, unshimmed_url: link }] : []
  const album = { media_type: 'album', type: 'album', subattachments: { data: pictures } }
  const all: object[] = [...(pictures.length > 1 ? [album] : pictures), ...shared]
  return all.length === 0 ? undefined : { data: all.map((one) => some({ ...one }, fields)) }
}

export const permalinkOf = (post: string): string => {
  const [owner, story] = post.split('_')
  return `https://www.facebook.com/permalink.php?story_fbid=${story}&id=${owner}`
}

export const pictureOf = (photo: string): string =>
  `https://scontent.xx.fbcdn.net/v/t39.30808-6/${photo}_n.jpg?oh=00&oe=0`

const STATUS = {
  status: 'mobile_status_update',
  post: 'wall_post',
  photo: 'added_photos',
  share: 'shared_story',
} as const
