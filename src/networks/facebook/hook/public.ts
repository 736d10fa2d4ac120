import type { Change, Written } from '../../../model/change.ts'
import { SECOND } from '../../../model/clock.ts'
import { detailsOf, isOurPost } from '../details.ts'
import { chainOf, saidInComment, saidInPost } from '../said.ts'
import { COMMENT, COMMENT_FIELDS, type Comment, POST, POST_FIELDS } from '../shapes.ts'
import { type Above, comment, isOurs, mentionElsewhere, type Said, visitorsPost } from '../written.ts'
import type { Reader } from './read.ts'
import type { ToldPublicly } from './told.ts'

type ToldComment = Extract<ToldPublicly, { kind: 'comment' }>

/** A comment or a post as it came in a delivery; null where it is of ourselves, or nobody can say of whom. */
export async function readPublic(reader: Reader, told: ToldPublicly): Promise<Change | null> {
  if (told.verb === 'remove') {
    return { kind: 'deleted', account: reader.account, id: told.id, at: told.happened }
  }
  return told.kind === 'comment' ? readComment(reader, told) : readPost(reader, told)
}

/** What a delivery does not say, Graph does: who, what, with which pictures, whether it is hidden. */
const leavesOut = ({ from, text, attachments, verb, hidden }: ToldPublicly): boolean =>
  !from || !text || attachments.length > 0 || (verb === 'edited' && hidden === null)

async function readComment(reader: Reader, told: ToldComment): Promise<Written | null> {
  const { known, signal } = reader
  const ask = leavesOut(told) || told.parent === undefined || (told.parent !== null && !known.has(told.parent))
  const details = ask ? await detailsOf(reader, told.id, COMMENT, COMMENT_FIELDS, signal) : null
  const said = withDetails(reader, told, details && saidInComment(details))
  if (isOurs(reader, said.from)) return null
  const above = aboveOf(reader, told, details)
  const post = { id: told.post, ours: !told.elsewhere && (await isPostOfOurs(reader, told.post)) }
  const write = told.elsewhere ? mentionElsewhere : comment
  return happened(write(reader, said, { above, post }, known), told)
}

function aboveOf(reader: Reader, { parent }: ToldComment, details: Comment | null): Above[] {
  if (details) return chainOf(reader, details.parent)
  return parent ? [{ id: parent, ours: reader.known.get(parent)?.ours ?? false }] : []
}

const isPostOfOurs = async (reader: Reader, post: string): Promise<boolean> =>
  reader.known.get(post)?.ours ?? (await isOurPost(reader, reader.owned, post, reader.signal))

async function readPost(reader: Reader, told: ToldPublicly): Promise<Written | null> {
  const details = leavesOut(told) ? await detailsOf(reader, told.id, POST, POST_FIELDS, reader.signal) : null
  const said = withDetails(reader, told, details && saidInPost(details))
  if (!said.from || isOurs(reader, said.from)) return null
  return happened(visitorsPost(reader, said), told)
}

/** What Graph says now goes before what the delivery said then; whether it is hidden, the verb knows best. */
function withDetails({ clock }: Reader, told: ToldPublicly, now: Said | null): Said {
  const { id, from, text, attachments, url, verb } = told
  const at = Math.min(told.at, clock.now())
  const then = { id, from, text: text ?? '', attachments, url, at, hidden: told.hidden ?? false }
  const said = now ? { ...now, from: now.from ?? from } : then
  return verb === 'hide' || verb === 'unhide' ? { ...said, hidden: verb === 'hide' } : said
}

/**
 * Graph does not count edits: the seconds between writing and editing do, so that a delivery that comes again, or late,
 * is old news. Hiding changes no text, and must not look like an edit.
 */
function happened(written: Written, { verb, happened }: ToldPublicly): Written {
  if (verb === 'add') return { ...written, revision: 0 }
  if (verb !== 'edited') return { ...written, kind: 'edited', revision: null }
  return { ...written, kind: 'edited', revision: Math.max(1, Math.round((happened - written.at) / SECOND)) }
}
