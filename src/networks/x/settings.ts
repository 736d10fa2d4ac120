/** What calls to X cost, in micro-dollars (a millionth of a dollar), each; X asks for posts that it gives and for requests that write. */
export interface XPrices {
  /** A post of somebody else, by search or by its id. */
  read: number
  /** A mention of us, or a post of ours. */
  mention: number
  /** A private message, read or written. */
  direct: number
  post: number
  /** A post with a URL in it. */
  link: number
  /** A reply to somebody who mentioned us. */
  reply: number
  delete: number
}

/** Our access to X: the app's consumer pair and our account's access pair (OAuth 1.0a), and what we listen for beside mentions. */
export interface XSettings {
  apiKey: string
  apiSecret: string
  accessToken: string
  accessSecret: string
  prices: XPrices
  /** Without or with their #. */
  hashtags: string[]
  /** In X's own search language. */
  searches: string[]
}
