/** Our access to one page of Facebook, from .env. */
export interface FacebookSettings {
  appId: string
  appSecret: string
  pageId: string
  /** A page access token; a secret. */
  pageToken: string
  /** The word that proves a webhook's registration is ours; null: no webhooks, so we ask more often. */
  verifyToken: string | null
  /** Of the Graph API, `v25.0`. */
  version: string
}

/** What the station does on a page needs these; each is asked for when the page token is made. */
export const PERMISSIONS = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_posts',
  'pages_manage_metadata',
  'pages_messaging',
] as const
