import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Config, SlackConfig } from '../../../src/config.ts'
import { openExaminations } from '../../../src/start/examinations.ts'
import { examine } from '../../../src/tools/doctor/examine.ts'
import { line } from '../../../src/tools/doctor/finding.ts'
import { manifestOf } from '../../../src/tools/slack-manifest/manifest.ts'
import { ManualClock } from '../../support/clock.ts'
import { FakeSlack } from '../../support/slack/fake.ts'
import type { AppManifest } from '../../support/slack/manifest.ts'
import { freshFolder } from '../../support/store.ts'

export interface Visit {
  config?: Partial<Config>
  slack?: Partial<SlackConfig> | null
  node?: string
  fetch?: typeof fetch
}

/** A workspace in which the app was installed from its manifest, and a doctor who looks at it. */
export async function clinic() {
  const slack = await FakeSlack.start()
  onTestFinished(() => slack.stop())
  const manifest = manifestOf({ name: 'Schatkamer', language: 'nl', prefix: '', http: null })
  slack.install(JSON.parse(JSON.stringify(manifest)) as AppManifest)
  const folder = freshFolder()
  const base: Config = {
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: `file:${join(folder, 'station.db')}`,
    station: 'schedules/station.yaml',
    logLevel: 'silent',
    logFormat: 'json',
    sandboxUrl: null,
    deskUrl: null,
    slack: null,
    deskToken: null,
    slackPrefix: '',
    x: null,
    facebook: null,
    youtube: null,
    proxy: null,
  }
  const credentials: SlackConfig = { botToken: slack.botToken, appToken: slack.appToken, signingSecret: null }
  /** The lines of a visit. */
  const visit = async ({
    config = {},
    slack: given = {},
    node = '20.20.2',
    fetch = slack.fetch,
  }: Visit = {}): Promise<string[]> => {
    const lines: string[] = []
    const findings = examine({
      node: { version: node, wanted: '>=20.19' },
      config: () => ({ ...base, slack: given && { ...credentials, ...given }, ...config }),
      clock: new ManualClock(Date.UTC(2027, 0, 11, 7)),
      openOutside: () => ({ fetch, dispatcher: null as never, close: async () => {} }),
      openExaminations,
    })
    for await (const finding of findings) lines.push(line(finding))
    return lines
  }
  return { slack, folder, base, visit }
}

export const badOnes = (lines: string[]): string[] => lines.filter((it) => it.startsWith('✗'))
