import { badRequest } from './api-error.ts'
import type { Comment } from './comment.ts'

/** A page of a list; its token holds for the same list alone, and points behind a comment, not at a number. */
export function pageOf(query: URLSearchParams, comments: readonly Comment[]) {
  const size = Number(query.get('maxResults') ?? 20)
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw badRequest('invalidMaxResults', 'maxResults is out of range')
  const list = [...query]
    .filter(([name]) => name !== 'pageToken' && name !== 'maxResults')
    .sort()
    .join('&')
  const token = query.get('pageToken')
  let behind: [number, string] | null = null
  if (token !== null) {
    const [of, published, id] = Buffer.from(token, 'base64url').toString().split('\n')
    if (of !== list || id === undefined)
      throw badRequest('invalidPageToken', 'The request specifies an invalid page token.')
    behind = [Number(published), id]
  }
  const rest = comments.filter((one) => behind === null || isBehind(one, behind))
  const taken = rest.slice(0, size)
  const last = taken.at(-1)
  const next = rest.length > taken.length && last ? [list, last.published, last.id].join('\n') : null
  return {
    taken,
    frame: {
      ...(next === null ? {} : { nextPageToken: Buffer.from(next).toString('base64url') }),
      pageInfo: { totalResults: comments.length, resultsPerPage: size },
    },
  }
}

const isBehind = (one: Comment, [published, id]: [number, string]): boolean =>
  one.published < published || (one.published === published && one.id < id)
