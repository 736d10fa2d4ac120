import { type OutsideProxy, startProxy as startAny } from '../outside/proxy.ts'

export type SlackProxy = OutsideProxy

/** The production addresses that the fake answers at. */
const HOSTS = ['slack.com', 'www.slack.com', 'hooks.slack.com', 'files.slack.com', 'wss-primary.slack.com'] as const

/**
 * A proxy behind which Slack's own addresses are the fake.
 * @param target where the fake listens, started with `publicSocket: 'wss'`
 */
export const startProxy = (target: string, port = 0): Promise<SlackProxy> =>
  startAny(Object.fromEntries(HOSTS.map((host) => [host, target])), port)
