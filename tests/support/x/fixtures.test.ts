import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { published } from '../openapi/description.ts'
import { Validator } from '../openapi/validator.ts'
import { describeWithShared } from '../shared.ts'
import { KNOWN_OFF } from './known-off.ts'
import { DESCRIPTION } from './x.ts'

const FOLDER = resolve(import.meta.dirname, '../../fixtures/x')
const files = (folder: string) => readdirSync(resolve(FOLDER, folder)).filter((file) => file.endsWith('.json'))
const read = (file: string): unknown => JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8'))

interface Exchange {
  request: string
  status: number
  body: unknown
}

describeWithShared(`specs/${DESCRIPTION}`, "X's description", () => {
  const x = new Validator(published(DESCRIPTION)!, KNOWN_OFF)

  function faults(file: string): string[] {
    const { request, status, body } = read(`api/${file}`) as Exchange
    const [method = '', address = ''] = request.split(' ')
    const { pathname: path, searchParams: query } = new URL(address, 'https://api.x.com')
    const asked = { method, path, query, contentType: null, body: method === 'POST' ? { text: 'x' } : undefined }
    const contentType = status >= 400 ? 'application/problem+json' : 'application/json'
    const whole = method === 'POST' ? { ...asked, contentType: 'application/json' } : asked
    return [...x.ofRequest(whole), ...x.ofAnswer(asked, { status, contentType, body })]
  }

  test.each(files('api').filter((file) => !file.startsWith('malformed')))('%s holds', (file) => {
    expect(faults(file)).toEqual([])
  })

  test.each(files('api').filter((file) => file.startsWith('malformed')))('%s does not', (file) => {
    expect(faults(file)).not.toEqual([])
  })

  test('lacks each place that is listed as known to be off', () => {
    const strict = new Validator(published(DESCRIPTION)!)
    const { request, status, body } = read('api/posted.json') as Exchange
    const [method = '', path = ''] = request.split(' ')
    const told = strict.ofAnswer({ method, path }, { status, contentType: 'application/json', body })
    expect(told).toEqual(['POST /2/tweets 201: /data/edit_history_tweet_ids is not described'])
    const media = (verb: string, at: string, data: object) =>
      strict.ofAnswer({ method: verb, path: at }, { status: 200, contentType: 'application/json', body: { data } })
    const info = { processing_info: { state: 'pending' } }
    const uploads = [
      ...media('POST', '/2/media/upload/initialize', {}),
      ...media('POST', '/2/media/upload/1/append', {}),
      ...media('POST', '/2/media/upload/1/finalize', info),
      ...media('GET', '/2/media/upload', info),
    ]
    expect([...told, ...uploads].sort()).toEqual(Object.keys(KNOWN_OFF).sort())
  })
})

test.each(files('webhook').filter((file) => !file.startsWith('malformed')))(
  '%s is a body of account activity',
  (file) => {
    const body = read(`webhook/${file}`) as Record<string, unknown>
    expect('user_event' in body || typeof body.for_user_id === 'string').toBe(true)
    expect(Object.keys(body).some((name) => /_events?$/.test(name))).toBe(true)
  },
)
