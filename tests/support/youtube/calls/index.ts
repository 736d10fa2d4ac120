import type { Call, Site } from '../call.ts'
import { FORCE_SSL, READ_ONLY } from '../oauth.ts'
import { listChannels, listVideos } from './channels-and-videos.ts'
import { insertComment } from './comments-insert.ts'
import { listComments } from './comments-list.ts'
import { deleteComment, setModerationStatus } from './moderation.ts'
import { listThreads } from './threads-list.ts'

interface Method {
  name: string
  scopes: readonly string[]
  /** The answer's body; null: 204 without one. */
  does(site: Site, call: Call): object | null
}

const all = [FORCE_SSL]
const either = [FORCE_SSL, READ_ONLY]

/** What this YouTube can be asked, by HTTP method and path. */
export const METHODS: Readonly<Record<string, Method>> = {
  'GET /youtube/v3/commentThreads': { name: 'commentThreads.list', scopes: all, does: listThreads },
  'GET /youtube/v3/comments': { name: 'comments.list', scopes: all, does: listComments },
  'POST /youtube/v3/comments': { name: 'comments.insert', scopes: all, does: insertComment },
  'DELETE /youtube/v3/comments': { name: 'comments.delete', scopes: all, does: deleteComment },
  'POST /youtube/v3/comments/setModerationStatus': {
    name: 'comments.setModerationStatus',
    scopes: all,
    does: setModerationStatus,
  },
  'GET /youtube/v3/channels': { name: 'channels.list', scopes: either, does: listChannels },
  'GET /youtube/v3/videos': { name: 'videos.list', scopes: either, does: listVideos },
}
