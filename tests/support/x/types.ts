/** An account as X keeps it. */
export interface Person {
  id: string
  /** The handle, without @. */
  username: string
  name: string
  createdAt: number
  /** Only followers see what a protected account writes. */
  state: 'active' | 'protected' | 'suspended'
  /** Whether it takes direct messages from us. */
  takesDirects: boolean
}

/** One version of a post. An edit makes a new post with a new id; the older ones stay readable. */
export interface Post {
  id: string
  author: string
  /** As it was typed: with its links, unescaped, with the names that X puts before a reply. */
  text: string
  /** UTC ms. */
  at: number
  conversation: string
  inReplyTo: string | null
  inReplyToUser: string | null
  quoted: string | null
  /** A plain repost has no text of its own. */
  reposted: string | null
  media: string[]
  /** Ids of all versions so far, oldest first; shared by them. */
  versions: string[]
  deleted: boolean
  lang: string
  /** Who may reply, apart from what X lets apps do. */
  repliesClosed: boolean
}

/** One private message between two accounts. */
export interface Direct {
  id: string
  conversation: string
  sender: string
  recipient: string
  text: string
  at: number
  media: string[]
  deleted: boolean
}

export interface Media {
  id: string
  key: string
  owner: string
  type: string
  category: string
  totalBytes: number
  segments: Map<number, Buffer>
  at: number
  /** `uploading` until it is finalised, then `pending` where X still works on it. */
  state: 'uploading' | 'pending' | 'ready' | 'failed'
  altText: string | null
}

/** A request as it came, its body read. */
export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string>>
  contentType: string | null
  /** What its JSON says, or its form's fields; undefined where it had none. */
  body: unknown
  raw: Buffer
}

/** Who calls: an account through the app, or the app by itself. */
export type Caller =
  | { kind: 'user'; user: string; access: Access; token: string }
  | { kind: 'app'; user: null; access: 'read'; token: string }
  | { kind: 'nobody'; user: null; access: 'read'; token: '' }

/** The app's permission that an access token was made with; the header `x-access-level` says it. */
export type Access = 'read' | 'read-write' | 'read-write-directmessages'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}
