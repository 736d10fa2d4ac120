import type { IncomingMessage } from 'node:http'
import { ApiError } from './api-error.ts'
import { METHODS } from './calls/index.ts'
import type { FakeYouTube } from './fake.ts'
import { type Answer, parsed } from './serve.ts'

/** A call of the Data API from its authorisation to its answer, both held against the published description. */
export function apiAnswer(youtube: FakeYouTube, key: string, url: URL, request: IncomingMessage, raw: string): Answer {
  const method = METHODS[key]!
  const body = parsed(raw)
  const at = { method: request.method ?? '', path: url.pathname }
  const contentType = request.headers['content-type'] ?? ''
  const violations = (faults: string[] | undefined) =>
    youtube.journal.violations.push(...(faults ?? []).map((one) => `${key}: ${one}`))
  violations(youtube.spec?.ofRequest({ ...at, query: url.searchParams, contentType, body }))
  const answer = said(() => {
    youtube.oauth.admit(request.headers.authorization ?? '', method.scopes)
    youtube.quota.charge(method.name)
    return method.does(youtube, { query: url.searchParams, body })
  })
  if (youtube.isJudged())
    violations(
      youtube.spec?.ofAnswer(at, {
        status: answer.status,
        contentType: answer.body === null ? '' : 'application/json',
        body: answer.body ?? undefined,
      }),
    )
  return answer.body === null ? { status: 204, body: null } : answer
}

function said(does: () => object | null): Answer {
  try {
    return { status: 200, body: does() }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { status: error.status, body: error.body }
  }
}
