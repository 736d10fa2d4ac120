/** Who writes: a person, or the page itself. Ids are page-scoped and stay text: they are longer than a number can hold. */
export interface Author {
  id: string
  name: string
}

export interface Photo {
  kind: 'photo'
  id: string
  /** UTC ms, as all times here. */
  created: number
  from: Author
  name: string
  alt: string | null
  published: boolean
  bytes: number
  type: string
}

/** How the feed's webhook calls a post: the page's own text, a visitor's, a post with photos, a post shared on. */
export type PostItem = 'status' | 'post' | 'photo' | 'share'

export interface Post {
  kind: 'post'
  id: string
  item: PostItem
  from: Author
  message: string
  link: string | null
  photos: Photo[]
  /** True where it names our page, and stands on somebody else's timeline. */
  tagsUs: boolean
  hidden: boolean
  created: number
  updated: number
}

export interface CommentAttachment {
  type: 'photo' | 'video_inline' | 'sticker' | 'animated_image_share' | 'share'
  url: string
}

export interface Comment {
  kind: 'comment'
  id: string
  post: string
  /** The comment that it answers; null at the top. */
  parent: string | null
  from: Author
  message: string
  attachment: CommentAttachment | null
  hidden: boolean
  likes: number
  likedByUs: boolean
  created: number
}

export interface PrivateAttachment {
  type: 'image' | 'video' | 'audio' | 'file'
  url: string
  name: string
}

export interface PrivateMessage {
  kind: 'message'
  id: string
  conversation: string
  from: Author
  to: Author
  text: string
  attachments: PrivateAttachment[]
  created: number
}

export interface Conversation {
  kind: 'conversation'
  id: string
  person: Author
  messages: PrivateMessage[]
  updated: number
}

export interface PageNode extends Author {
  kind: 'page'
  username: string
}

/** Somebody of the public, as Messenger's profile shows them. */
export interface PersonNode extends Author {
  kind: 'person'
}
export interface AppNode extends Author {
  kind: 'app'
}

export type Node = PageNode | PersonNode | AppNode | Post | Photo | Comment | Conversation | PrivateMessage
