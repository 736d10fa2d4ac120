import { DAY } from '../../../../src/model/clock.ts'
import { answerOf } from '../fields.ts'
import type { Ask, Method } from '../method.ts'
import { between, page } from '../paging.ts'
import { postsAnswer } from '../posts-answer.ts'
import { invalid } from '../refused.ts'
import { matches } from '../search/match.ts'
import { BadQuery, parse } from '../search/parse.ts'
import { timeOf } from '../snowflakes.ts'
import type { Post } from '../types.ts'
import { listed } from './timelines.ts'

/** Recent search reaches back a week: docs.x.com/x-api/posts/search/introduction. */
const REACH = 7 * DAY
/** Its queries are 512 characters at most: docs.x.com/x-api/fundamentals/rate-limits. */
const QUERY = 512
/** `end_time` lies at least ten seconds back (docs.x.com, search recent). */
const FRESH = 10_000

/** GET /2/tweets/search/recent: newest first. */
export const search: Method = {
  needs: 'read',
  appOnly: true,
  does(ask) {
    checkTimes(ask)
    const found = between(listed(ask, within(ask)), ask.query)
    const { items, meta } = page(found, ask.query, { endpoint: `search ${ask.query.get('query')}`, most: 10 })
    const body = answerOf({ ...postsAnswer(items, ask.state, ask.caller.user, ask.wanted), meta })
    return { status: 200, body, read: { kind: 'post', ids: items.map(({ id }) => id) } }
  },
}

function within({ state, query, at }: Ask): Post[] {
  const text = query.get('query') ?? ''
  try {
    if (text.length > QUERY) throw new BadQuery(`Query is too long: ${text.length} characters, ${QUERY} at most`)
    const wanted = parse(text)
    return state.posts.all.filter((post) => post.at > at - REACH && matches(wanted, post, state))
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error
    const message = `There were errors processing your request: ${error.message} (at position 1)`
    throw invalid([{ parameter: 'query', value: text, message }])
  }
}

function checkTimes({ query, at }: Ask): void {
  const refuse = (parameter: string, value: string, message: string): never => {
    throw invalid([{ parameter, value, message: `Invalid '${parameter}':'${value}'. ${message}` }])
  }
  for (const parameter of ['since_id', 'until_id']) {
    const id = query.get(parameter)
    if (id !== null && timeOf(id) < at - REACH) {
      refuse(parameter, id, `'${parameter}' must be a tweet id created after ${new Date(at - REACH).toISOString()}.`)
    }
  }
  const start = query.get('start_time')
  if (start !== null && Date.parse(start) < at - REACH) {
    refuse('start_time', start, `'start_time' must be on or after ${new Date(at - REACH).toISOString()}.`)
  }
  const end = query.get('end_time')
  if (end !== null && Date.parse(end) > at - FRESH) {
    refuse('end_time', end, `'end_time' must be a minimum of 10 seconds prior to the request time.`)
  }
}
