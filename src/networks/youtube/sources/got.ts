import { SourceFailed } from '../../network.ts'
import type { Reply } from '../reply.ts'

/** What a look brought. @throws {SourceFailed} where it brought nothing */
export function got<T>(reply: Reply<T>): T {
  switch (reply.kind) {
    case 'ok':
      return reply.body
    case 'refused':
      throw new SourceFailed('youtube', REFUSALS[reply.reason] ?? reply.reason, reply.after)
    case 'access':
    case 'held':
      throw new SourceFailed('youtube', reply.reason, reply.after)
    case 'unsent':
    case 'lost':
      throw new SourceFailed('youtube', reply.reason)
    default:
      return reply satisfies never
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  authError: 'auth',
  forbidden: 'permission',
  insufficientPermissions: 'permission',
}
