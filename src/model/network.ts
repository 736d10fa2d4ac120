/** The public side: which networks there are and what each of them allows us to post. */
export const NETWORKS = ['x', 'facebook', 'youtube'] as const
export type NetworkName = (typeof NETWORKS)[number]
export const isNetwork = (name: string): name is NetworkName => (NETWORKS as readonly string[]).includes(name)

/** How the network is called on a card. */
export const NETWORK_LABEL: Record<NetworkName, string> = { x: 'X', facebook: 'Facebook', youtube: 'YouTube' }

export type MessageKind = 'mention' | 'comment' | 'direct'

export interface Attachment {
  kind: 'image' | 'video' | 'audio' | 'file'
  url: string
  alt: string | null
}

/** What we may do with a comment of the public under something of ours. */
export const MODERATIONS = ['hide', 'show', 'approve', 'reject'] as const
export type Moderation = (typeof MODERATIONS)[number]

/** How a message of the public stands before others: held for us to decide, hidden by us, rejected. Null: in sight. */
export type Sight = 'held' | 'hidden' | 'rejected' | null

/** What binds us when we post on a network. Lengths are in the unit that `measure` counts in. */
export interface Limits {
  /** Longest reply or post, and longest private message. */
  max: number
  maxDirect: number
  /** The length of a text as this network counts it. */
  measure(text: string): number
  /** False where top-level posts are not in the network's API (YouTube). */
  posts: boolean
  /** Whether a reply of ours can be deleted again. */
  retract: boolean
  images: number
  /** How many of them may go along in a private message. */
  imagesDirect: number
  /** Kinds of pictures, by the ending of their address, that this network does not take. */
  refusedPictures: readonly string[]
  /** Whether an automatic answer is within the network's rules. */
  autoAnswer: boolean
  /** A private message may be answered until so long after the reader's last one, in ms; null: always. */
  directWindow: number | null
  /** So long after an attempt a post may still be missing from what `find` sees, in ms. */
  visibility: number
  /** True where "absent" after the visibility window proves that a post did not go out. */
  authoritative: boolean
  /** Whether `like` exists. */
  likes: boolean
  /** What `moderate` can do; empty where it is absent. */
  moderation: readonly Moderation[]
  /** A post longer than `max` may go out as a thread of so many; 1: it may not. */
  parts: number
}

/** How a call to a network or a chat platform ended. */
export type Outcome =
  | { status: 'published'; id: string; url: string | null }
  /** Nothing went out; try again `after` so many ms. */
  | { status: 'later'; after: number; reason: string; scope?: 'rate' | 'row' }
  /** The other side said no, for good. */
  | { status: 'rejected'; reason: string }
  /** It may be out: find it first, never send it again blindly. */
  | { status: 'unknown'; reason: string }

export type Found =
  | { status: 'found'; id: string; url: string | null }
  | { status: 'absent' }
  | { status: 'cannot tell' }

/** One text of ours as it will leave: frozen when a person approved it. */
export interface Publication {
  text: string
  /** The network's id of the message that it answers; null for a post. */
  inReplyTo: string | null
  kind: MessageKind | 'post'
  media: Attachment[]
}

/** How our access to a network is. `expires`: UTC ms, where the network says when. */
export type Probe =
  | { status: 'ok'; expires: number | null }
  /** It will not work again until a person renews it. `why`: auth, account, permission (with what is short in `detail`). */
  | { status: 'dead'; why: 'auth' | 'account' | 'permission'; detail: string | null }
  | { status: 'unknown'; why: string }
