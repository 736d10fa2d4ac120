import { LogLevel, type Logger as SlackLogger } from '@slack/web-api'
import type { Logger } from 'pino'

const LONGEST = 300
const SECRET = /xox[a-z]-[\w-]+|xapp-[\w-]+|https?:\/\/\S+/g

/**
 * Where Slack's clients write what they have to say. Their debug lines hold whole requests and answers, so they go
 * nowhere; of the rest only sentences pass, short, without tokens and addresses.
 */
export function apiLog(log: Logger): SlackLogger {
  const say = (level: 'info' | 'warn' | 'error', said: unknown[]) => {
    const sentence = said.filter((it) => typeof it === 'string').join(' ')
    if (sentence !== '') log[level](`slack: ${sentence.replace(SECRET, '…').slice(0, LONGEST)}`)
  }
  return {
    debug: () => {},
    info: (...said) => say('info', said),
    warn: (...said) => say('warn', said),
    error: (...said) => say('error', said),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}
