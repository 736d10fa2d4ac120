import type { Comment } from './comment.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
}

/** `html` is what YouTube gives unless it is asked for plain text. */
export type TextFormat = 'html' | 'plainText'

const html = (text: string): string => text.replace(/[&<>"'\n]/g, (character) => ENTITIES[character] ?? '')

export interface Viewing {
  format: TextFormat
  /** The channel that looks: only what it wrote itself comes with `textOriginal`. */
  viewer: string
  /** Whether the answer says how a comment stands; it does not where comments are asked for by id. */
  status: boolean
}

/** A comment resource: developers.google.com/youtube/v3/docs/comments. */
export function commentResource(comment: Comment, channel: string, { format, viewer, status }: Viewing) {
  const { id, parent, video, author, text, published, updated } = comment
  return {
    kind: 'youtube#comment',
    etag: `e${id.length}-${updated}`,
    id,
    snippet: {
      channelId: channel,
      ...(video === null ? {} : { videoId: video }),
      ...(parent === null ? {} : { parentId: parent }),
      textDisplay: format === 'html' ? html(text) : text,
      ...(author.channel === viewer ? { textOriginal: text } : {}),
      authorDisplayName: author.name,
      authorProfileImageUrl: `https://yt3.ggpht.com/${author.channel}=s48`,
      authorChannelUrl: `http://www.youtube.com/${author.name}`,
      authorChannelId: { value: author.channel },
      canRate: true,
      viewerRating: 'none',
      likeCount: 0,
      ...(status ? { moderationStatus: comment.status } : {}),
      publishedAt: seconds(published),
      updatedAt: seconds(updated),
    },
  }
}

const seconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
