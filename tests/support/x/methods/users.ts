import { answerOf } from '../fields.ts'
import type { Ask, Done, Method } from '../method.ts'
import { notFound, suspended } from '../refused.ts'
import type { Person } from '../types.ts'
import { userView } from '../views.ts'

function told({ wanted }: Ask, person: Person | undefined, parameter: string, value: string): Done {
  if (!person) return { status: 200, body: answerOf({ errors: [notFound('user', parameter, value)] }) }
  if (person.state === 'suspended') return { status: 200, body: answerOf({ errors: [suspended(parameter, value)] }) }
  return { status: 200, body: answerOf({ data: userView(person, wanted) }), read: { kind: 'user', ids: [person.id] } }
}

/** GET /2/users/me: whose token this is. */
export const me: Method = {
  needs: 'read',
  does: (ask) => told(ask, ask.state.people.byId(ask.caller.user ?? ''), 'id', ask.caller.user ?? ''),
}

export const userById: Method = {
  needs: 'read',
  appOnly: true,
  does: (ask) => told(ask, ask.state.people.byId(ask.path.id ?? ''), 'id', ask.path.id ?? ''),
}

export const userByName: Method = {
  needs: 'read',
  appOnly: true,
  does: (ask) => told(ask, ask.state.people.named(ask.path.username ?? ''), 'username', ask.path.username ?? ''),
}
