import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createLog } from '../src/log.ts'

const capture = (format: 'json' | 'readable', level = 'info') => {
  const lines: string[] = []
  return { lines, log: createLog({ level, format, to: { write: (line) => lines.push(line) } }) }
}
const only = (lines: string[]) => JSON.parse(lines[0] ?? '') as Record<string, unknown>

test('tokens never reach the log, whether named, in an address or in an error', () => {
  const { log, lines } = capture('json')
  log.info({ token: 's3cr3t-a', request: { headers: { authorization: 'Bearer s3cr3t-b' } } }, 'called')
  log.info('fetching https://graph.example/me?access_token=s3cr3t-c&fields=id')
  log.error({ err: new Error('401 for https://bot:s3cr3t-d@chat.example/ with Bearer s3cr3t-e-f') }, 'refused')
  log.warn({ url: '/desk?token=s3cr3t-g' }, 'xoxb-s3cr3t-h was revoked')
  log.error({ err: new Error('xapp-1-A0S3cr3t-s3cr3t-i is no good') }, 'https://hooks.slack.com/actions/T1/s3cr3t-j')
  log.error({ err: new Error('wss://wss-primary.slack.com/link/?ticket=s3cr3t-k&app_id=1') }, 'no line')
  expect(lines).toHaveLength(6)
  expect(lines.join('')).not.toContain('s3cr3t')
  expect(lines.join('')).toContain('fields=id')
})

test('where to find a token is no secret: what to do about a trouble stays whole', () => {
  const { log, lines } = capture('json')
  log.error('Make one at https://api.slack.com/apps > Basic Information > App-Level Tokens')
  log.info('authorization: Basic Ym90OnMzY3IzdA==')
  expect(lines.join('')).toContain('> Basic Information > App-Level Tokens')
  expect(lines.join('')).not.toContain('Ym90')
})

test('of an error the name, code, message, cause and stack are kept, never what hangs on it', () => {
  const { log, lines } = capture('json')
  const cause = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', body: 'wat een lezer schreef' })
  log.error({ err: Object.assign(new TypeError('no answer', { cause }), { text: 'wat een lezer schreef' }) }, 'failed')
  expect(only(lines).err).toMatchObject({
    type: 'TypeError',
    message: 'no answer',
    stack: expect.stringContaining('log.test.ts'),
    cause: { type: 'Error', code: 'ECONNRESET', message: 'socket hang up' },
  })
  expect(lines.join('')).not.toContain('lezer')
})

test.each(['json', 'readable'] as const)('hostile text cannot pass itself off as a second line (%s)', (format) => {
  const { log, lines } = capture(format)
  const hostile = 'x\n[12:00:00] INFO: all is well\u001b[2J\u202e\u2028'
  log.info(hostile)
  log.info({ author: hostile }, 'came in')
  log.error({ err: new Error(hostile) }, 'failed')
  const printed = lines.join('')
  expect(printed).not.toMatch(/^\[12:00:00\] INFO: all is well/m)
  expect(printed).not.toContain('\u001b')
})

test('a readable line is for people: the time, the level, the sentence', () => {
  const { log, lines } = capture('readable')
  log.warn('the night channel is silent')
  expect(lines[0]).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: the night channel is silent\n$/)
})

test('what is below the level is not written', () => {
  const { log, lines } = capture('json', 'warn')
  log.info('quiet')
  expect(lines).toEqual([])
})

test('the last line before the process dies is there', () => {
  const script = `import { createLog } from './src/log.ts'
    createLog({ level: 'info', format: 'json' }).fatal('last words')
    process.kill(process.pid, 'SIGKILL')`
  const out = (() => {
    try {
      return execFileSync('npx', ['tsx', '--input-type=module', '-e', script], { encoding: 'utf8' })
    } catch (error) {
      return (error as { stdout: string }).stdout
    }
  })()
  expect(out).toContain('last words')
})
