/** What this Google answers instead of what was asked, in the shape that its APIs share. */
export class ApiError extends Error {
  readonly status: number
  readonly reason: string
  readonly domain: string
  constructor(status: number, reason: string, message: string, domain = 'youtube.comment') {
    super(message)
    this.status = status
    this.reason = reason
    this.domain = domain
  }

  get body(): object {
    const { status: code, message, domain, reason } = this
    const named = { 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED' }[code]
    return {
      error: { code, message, errors: [{ message, domain, reason }], ...(named ? { status: named } : {}) },
    }
  }
}

export const badRequest = (reason: string, message: string): ApiError => new ApiError(400, reason, message)
export const forbidden = (reason: string, message: string): ApiError => new ApiError(403, reason, message)
export const notFound = (reason: string, message: string): ApiError => new ApiError(404, reason, message)
