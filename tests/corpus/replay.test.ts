import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { describeWithShared, shared } from '../support/shared.ts'
import { freshFolder } from '../support/store.ts'
import { buildStation } from '../torture/build.ts'
import { writeStation } from '../torture/station-files.ts'

const CORPUS = 'corpus/conversations.ndjson'

/** The program as `npm start` runs it, with a hold of a second so that 523 conversations end today. */
async function startStation(): Promise<string> {
  const folder = freshFolder()
  const { file } = writeStation(join(folder, 'schedules'), { hold: 1, minutes: 0, now: Date.now() })
  const child = spawn(process.execPath, [buildStation()], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      STATION: file,
      DATABASE_URL: `file:${join(folder, 'corpus.db')}`,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/[^/\s]+/.exec(line)
      if (found) resolve(found[0])
    })
    void ended.then(([code]) => reject(new Error(`the station ended with ${code}`)))
  })
}

describeWithShared(CORPUS, 'the whole corpus', () => {
  test('is in one thread each, in order, and every answer is public once or refused because it is too long', async () => {
    const url = await startStation()
    const summary = join(freshFolder(), 'summary.json')
    const replay = spawn(
      'npm',
      ['run', '-s', 'replay', '--', shared(CORPUS), '--speed', 'max', '--url', url, '--json', summary],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    )
    const [code] = await once(replay, 'exit')
    const counted = JSON.parse(readFileSync(summary, 'utf8'))
    process.stdout.write(`${JSON.stringify(counted).slice(0, 2_000)}\n`)
    expect(code).toBe(0)
    expect(counted).toMatchObject({
      in: { right: 622, lost: 0, doubled: 0, elsewhere: 0, disordered: 0 },
      out: { public: 518, refused: 65, missing: 0, doubled: 0, misplaced: 0 },
      reasons: { 'too-long': 65 },
    })
  })
})
