/** What a Google Cloud project and the channel's owner gave: the OAuth client, and the consent to act for the channel. */
export interface YouTubeSettings {
  clientId: string
  clientSecret: string
  refreshToken: string
}

/** The one scope that reads, writes and moderates comments: developers.google.com/youtube/v3/docs/comments/insert. */
export const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl'
