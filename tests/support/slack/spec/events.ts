import { description } from './description.ts'

interface Schema {
  required?: string[]
  properties?: Record<string, Schema & { type?: string }>
}
interface AsyncApi {
  topics: Record<string, unknown>
  components: { schemas: { GenericEventWrapper: Schema } }
}

/** What the description asks of every event and Slack does not send any more, with where that is said. */
export const NO_LONGER_SENT: Readonly<Record<string, string>> = {
  authed_users:
    'replaced by `authorizations` in 2021: docs.slack.dev/changelog/2020-09-15-events-api-truncate-authed-users',
}

/** The wrapper's schema and the topics of the Events API's description, or null where it is not there. */
export function eventDescription(): { wrapper: Schema; topics: Set<string> } | null {
  const api = description<AsyncApi>('slack-events.asyncapi.json')
  if (!api) return null
  const { required = [], ...rest } = api.components.schemas.GenericEventWrapper
  const wrapper = { ...rest, required: required.filter((name) => !(name in NO_LONGER_SENT)) }
  return { wrapper, topics: new Set(Object.keys(api.topics)) }
}
