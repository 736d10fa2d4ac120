import type { Context } from 'hono'
import type { RawAnswer, RawRequest } from '../chat/chat.ts'

/**
 * Hands a platform's request on as it came: whether it is the platform's is judged over the very bytes, so that nothing
 * reads or changes them before. Whoever calls gets what is answered, and nothing of the station's own.
 */
export const answerWebhook =
  (webhook: (request: RawRequest) => Promise<RawAnswer>) =>
  async (c: Context): Promise<Response> => {
    // A decoder of the web's takes a byte order mark away; a Buffer leaves it.
    const body = Buffer.from(await c.req.arrayBuffer()).toString('utf8')
    const answer = await webhook({ headers: c.req.header(), body })
    return c.body(answer.body, { status: answer.status as 200, headers: answer.headers })
  }
