import { wantedBy } from './fields.ts'
import { PER_APP, PER_USER } from './limits.ts'
import type { Done } from './method.ts'
import {
  appOnlyForbidden,
  creditsDepleted,
  invalid,
  missingPage,
  notEnrolled,
  Refused,
  shortOfPermission,
  tooMany,
  usageCapped,
} from './refused.ts'
import { type Route, routeOf } from './routes.ts'
import { appToken } from './token.ts'
import type { Answer, Call, Caller } from './types.ts'
import type { X } from './x.ts'

/** Answers one call as X would; every request and answer is held against the description. */
export function answerCall(x: X, call: Call): Answer {
  const headers: Record<string, string> = {}
  try {
    if (call.path === '/oauth2/token') return json(200, appToken(x.keys, call), headers)
    const { status, body } = take(x, call, headers)
    return checked(x, call, json(status, body, headers))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    Object.assign(headers, error.headers)
    return checked(x, call, json(error.status, error.body, headers, error.contentType))
  }
}

function take(x: X, call: Call, headers: Record<string, string>): Done {
  const route = routeOf(call.method, call.path)
  if (!route) {
    x.journal.violations.push(`${call.method} ${call.path} is no endpoint that is played here`)
    throw missingPage()
  }
  const caller = x.keys.callerOf(call)
  if (caller.kind === 'user') headers['x-access-level'] = caller.access
  countIn(x, route, caller, headers)
  mayCall(x, route, caller)
  const faults = x.description?.ofRequest(call) ?? []
  if (faults.length > 0) {
    x.journal.violations.push(...faults)
    throw invalid(faults.map((fault) => ({ parameter: 'request', value: '', message: fault })))
  }
  const { state, rules } = x
  const [wanted, at] = [wantedBy(call.query), x.clock.now()]
  const body = (call.body ?? {}) as Record<string, unknown>
  if (posts(route)) x.journal.asked(call, at)
  const done = route.method.does({ state, rules, caller, path: route.inPath, query: call.query, wanted, body, at })
  if (posts(route)) x.journal.took(call)
  x.costs.count(done, at)
  return done
}

/** Whether a call publishes something. */
export const posts = ({ endpoint }: Route): boolean =>
  endpoint === 'POST /2/tweets' || (endpoint.startsWith('POST /2/dm_conversations/') && endpoint.endsWith('/messages'))

function countIn(x: X, { endpoint }: Route, caller: Caller, headers: Record<string, string>): void {
  const table = caller.kind === 'user' ? PER_USER : PER_APP
  const verdict = x.limits.take(endpoint, caller.user ?? 'app', table)
  Object.assign(headers, verdict.headers)
  if (!verdict.allowed) throw tooMany()
}

function mayCall(x: X, { endpoint, method }: Route, caller: Caller): void {
  if (caller.kind === 'app' && !method.appOnly) throw appOnlyForbidden()
  if (method.needs === 'direct' && !x.rules.directs) throw notEnrolled()
  if (method.needs !== 'read' && caller.access === 'read') throw shortOfPermission()
  if (method.needs === 'direct' && caller.access !== 'read-write-directmessages') throw shortOfPermission()
  if (!x.rules.credits && endpoint !== 'GET /2/users/me') throw creditsDepleted()
  if (x.rules.capped && endpoint.startsWith('GET ') && endpoint !== 'GET /2/users/me') throw usageCapped()
}

function checked(x: X, call: Call, answer: Answer): Answer {
  const body: unknown = answer.body === '' ? undefined : JSON.parse(answer.body)
  const contentType = answer.headers['content-type'] ?? null
  x.journal.violations.push(...(x.description?.ofAnswer(call, { status: answer.status, contentType, body }) ?? []))
  return answer
}

const json = (status: number, body: unknown, headers: Record<string, string>, type = 'application/json'): Answer => ({
  status,
  headers: { ...headers, 'content-type': `${type}; charset=utf-8` },
  body: JSON.stringify(body),
})
