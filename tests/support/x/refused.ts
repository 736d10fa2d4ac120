/** X says no. `body` is a problem as of RFC 7807, the shape of docs.x.com/x-api/fundamentals/response-codes-and-errors. */
export class Refused extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Record<string, string>
  /** v1.1 and OAuth answers are plain JSON, those of v2 are problems. */
  readonly contentType: string

  constructor(status: number, body: Record<string, unknown>, contentType = 'application/problem+json') {
    super(String(body.detail ?? body.title ?? status))
    this.status = status
    this.body = body
    this.headers = {}
    this.contentType = contentType
  }
}

const PROBLEMS = 'https://api.twitter.com/2/problems'

const plain = (status: number, title: string, detail: string) =>
  new Refused(status, { title, detail, type: 'about:blank', status })

/** X tells a wrong key from a wrong signature or a dead token in nothing: all are this. */
export const unauthorized = () => plain(401, 'Unauthorized', 'Unauthorized')

export const forbidden = (detail: string) => plain(403, 'Forbidden', detail)

export const tooMany = () => plain(429, 'Too Many Requests', 'Too Many Requests')

export const missingPage = () => plain(404, 'Not Found', 'Not Found')

/** @param faults what is wrong with each parameter, in X's words */
export const invalid = (faults: { parameter: string; value: string; message: string }[]) =>
  new Refused(400, {
    errors: faults.map(({ parameter, value, message }) => ({ parameters: { [parameter]: [value] }, message })),
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEMS}/invalid-request`,
  })

/** The token was made before the app had the right, or the app has it not. */
export const shortOfPermission = () =>
  new Refused(403, {
    title: 'Forbidden',
    detail: 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
    type: `${PROBLEMS}/oauth1-permissions`,
    status: 403,
  })

/** The plan that the app is on does not have this endpoint. */
export const notEnrolled = () =>
  new Refused(403, {
    detail:
      'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.',
    registration_url: 'https://developer.twitter.com/en/docs/projects/overview',
    title: 'Client Forbidden',
    reason: 'client-not-enrolled',
    type: `${PROBLEMS}/client-forbidden`,
  })

export const appOnlyForbidden = () =>
  new Refused(403, {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].',
    type: `${PROBLEMS}/unsupported-authentication`,
    status: 403,
  })

/** Pay per use, and nothing is left. The body is as apps in the field tell it; it stands in no document. */
export const creditsDepleted = () =>
  new Refused(402, {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account [1] does not have any credits to fulfill this request.',
    type: `${PROBLEMS}/credits`,
  })

export const usageCapped = () =>
  new Refused(429, {
    title: 'UsageCapExceeded',
    period: 'Monthly',
    scope: 'Product',
    detail: 'Usage cap exceeded: Monthly product cap',
    type: `${PROBLEMS}/usage-capped`,
  })

/** The problem of one part of an answer that is otherwise good. */
export type Lack = Record<string, unknown>

export const notFound = (kind: 'tweet' | 'user' | 'media', parameter: string, id: string): Lack => ({
  value: id,
  detail: `Could not find ${kind} with ${parameter}: [${id}].`,
  title: 'Not Found Error',
  resource_type: kind,
  parameter,
  resource_id: id,
  type: `${PROBLEMS}/resource-not-found`,
})

export const notAuthorized = (parameter: string, id: string, section: 'data' | 'includes'): Lack => ({
  resource_id: id,
  parameter,
  resource_type: 'tweet',
  section,
  title: 'Authorization Error',
  value: id,
  detail: `Sorry, you are not authorized to see the Tweet with ${parameter}: [${id}].`,
  type: `${PROBLEMS}/not-authorized-for-resource`,
})

export const suspended = (parameter: string, id: string): Lack => ({
  value: id,
  detail: `User has been suspended: [${id}].`,
  title: 'Forbidden',
  resource_type: 'user',
  parameter,
  resource_id: id,
  type: `${PROBLEMS}/resource-not-found`,
})

export const fieldNotAuthorized = (field: string, section: 'data' | 'includes'): Lack => ({
  resource_type: 'tweet',
  field,
  parameter: 'tweet.fields',
  title: 'Field Authorization Error',
  section,
  detail: `Sorry, you are not authorized to access '${field}' on the Tweet.`,
  type: `${PROBLEMS}/not-authorized-for-field`,
})
