import { expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { examine } from '../../../src/tools/doctor/examine.ts'
import { line } from '../../../src/tools/doctor/finding.ts'
import { ManualClock } from '../../support/clock.ts'

const KEYS: Record<string, string>[] = [
  {
    X_API_KEY: 'abcdefghijklmnopqrstuvwxy',
    X_API_SECRET: 'abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrstuvwxy',
    X_ACCESS_TOKEN: '1234567890-abcdefghijklmnopqrstuvwxyabcdefghijklmno',
    X_ACCESS_SECRET: 'abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrst',
  },
  {
    FACEBOOK_APP_ID: '123456789012345',
    FACEBOOK_APP_SECRET: '0123456789abcdef0123456789abcdef',
    FACEBOOK_PAGE_ID: '987654321098765',
    FACEBOOK_PAGE_TOKEN: 'EAAabcdefghijklmnopqrstuvwxyz',
  },
  {
    YOUTUBE_CLIENT_ID: '1234-abcd.apps.googleusercontent.com',
    YOUTUBE_CLIENT_SECRET: 'GOCSPX-abcdefghijklmnop',
    YOUTUBE_REFRESH_TOKEN: '1//04abcdefghijklmnopqrstuvwxyz',
  },
]

test.each(KEYS.flatMap((all) => Object.keys(all).map((variable) => [variable, all] as const)))(
  'without %s the doctor names that one alone and where to find it, and asks no network',
  async (variable, { [variable as string]: _left, ...rest }) => {
    const findings = examine({
      node: { version: '20.20.2', wanted: '>=20.19' },
      config: () => readConfig(rest, false),
      clock: new ManualClock(0),
      openOutside: () => {
        throw new Error('nothing goes out')
      },
      openExaminations: () => {
        throw new Error('nothing goes out')
      },
    })
    const lines: string[] = []
    for await (const finding of findings) lines.push(line(finding))
    const bad = lines.filter((it) => it.startsWith('✗'))
    expect(bad).toHaveLength(1)
    expect(bad[0]).toContain(`${variable}: found nothing`)
    expect(bad[0]).toContain('.env.example says where to find it')
  },
)
