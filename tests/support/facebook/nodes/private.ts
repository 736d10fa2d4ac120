import { graphTime } from '../clock-text.ts'
import { pageOf } from '../paging.ts'
import type { Conversation, Photo, PrivateMessage } from '../types.ts'
import { type Shape, some } from './node.ts'
import { pictureOf } from './post.ts'

/** @see https://developers.facebook.com/docs/graph-api/reference/conversation */
export const CONVERSATION: Shape<Conversation> = {
  title: 'Conversation',
  defaults: ['link', 'updated_time'],
  fields: {
    id: ({ id }) => id,
    link: ({ id }) => `/inbox/${id}/`,
    updated_time: ({ updated }) => graphTime(updated),
    message_count: ({ messages }) => messages.length,
    unread_count: () => 0,
    can_reply: () => true,
    snippet: ({ messages }) => messages.at(-1)?.text,
    participants: ({ person }, { graph }) => ({
      data: [
        { ...person, email: `${person.id}@facebook.com` },
        { name: graph.page.self.name, id: graph.page.self.id },
      ],
    }),
    messages: ({ messages }, { field, draw }) => {
      const { items, cursors } = pageOf(messages.toReversed(), field.args)
      return { data: items.map((one) => draw(one, field.fields)), ...(cursors && { paging: { cursors } }) }
    },
  },
}

/** @see https://developers.facebook.com/docs/graph-api/reference/message */
export const MESSAGE: Shape<PrivateMessage> = {
  title: 'Message',
  defaults: ['created_time'],
  fields: {
    id: ({ id }) => id,
    created_time: ({ created }) => graphTime(created),
    message: ({ text }) => text,
    from: ({ from }, { field }) => some({ ...from, email: `${from.id}@facebook.com` }, field.fields),
    to: ({ to }) => ({ data: [{ ...to, email: `${to.id}@facebook.com` }] }),
    sticker: () => undefined,
    attachments: ({ attachments }) =>
      attachments.length === 0
        ? undefined
        : {
            data: attachments.map(({ type, url, name }, n) => ({
              id: String(n + 1),
              name,
              mime_type: MIME[type],
              size: 1024,
              ...(type === 'image' ? { image_data: { url, preview_url: url, width: 720, height: 720 } } : {}),
              ...(type === 'video' ? { video_data: { url, preview_url: url, width: 720, height: 720 } } : {}),
              ...(type === 'file' || type === 'audio' ? { file_url: url } : {}),
            })),
          },
  },
}

const MIME = { image: 'image/jpeg', video: 'video/mp4', audio: 'audio/mpeg', file: 'application/pdf' } as const

/** @see https://developers.facebook.com/docs/graph-api/reference/photo */
export const PHOTO: Shape<Photo> = {
  title: 'Photo',
  defaults: ['created_time', 'name'],
  fields: {
    id: ({ id }) => id,
    name: ({ name }) => name || undefined,
    created_time: ({ created }) => graphTime(created),
    from: ({ from }, { field }) => some({ ...from }, field.fields),
    alt_text: ({ alt, name }) => alt ?? `Mogelijk een afbeelding van ${name || 'tekst'}`,
    alt_text_custom: ({ alt }) => alt ?? undefined,
    link: ({ id }) => `https://www.facebook.com/photo/?fbid=${id}`,
    picture: ({ id }) => pictureOf(id),
  },
}
