import { Agent } from 'node:https'
import { connecting } from './connecting.ts'

/** Node's own agent, whose connections say when they failed before they stood. */
export class Direct extends Agent {
  override createConnection(...asked: Parameters<Agent['createConnection']>): ReturnType<Agent['createConnection']> {
    const socket = super.createConnection(...asked)
    return socket && connecting(socket)
  }
}
