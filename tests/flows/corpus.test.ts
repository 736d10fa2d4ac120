import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { describeWithShared, shared } from '../support/shared.ts'
import { freshFolder } from '../support/store.ts'
import { buildStation } from '../torture/build.ts'
import { Child } from '../torture/child.ts'
import { freePorts } from '../torture/ports.ts'

const CORPUS = 'corpus/conversations.ndjson'
const PATIENCE = 600_000

describeWithShared(CORPUS, 'a thousand messages of real customer care', () => {
  test(
    'each is in one thread, in order, and each answer is public once or refused with a reason',
    async () => {
      const folder = freshFolder()
      const [port = 0] = await freePorts(1)
      const address = `http://127.0.0.1:${port}`
      const station = new Child({
        args: ['--enable-source-maps', buildStation()],
        env: { PORT: String(port), DATABASE_URL: `file:${join(folder, 'station.db')}`, LOG_LEVEL: 'warn' },
        ready: `${address}/healthz`,
        log: join(folder, 'station.log'),
      })
      onTestFinished(() => station.kill())
      await station.start()
      const replay = spawn(
        process.execPath,
        ['--import', 'tsx', 'src/tools/replay.ts', shared(CORPUS), '--speed', 'max', '--url', address],
        { stdio: ['ignore', 'pipe', 'ignore'] },
      )
      onTestFinished(() => void replay.kill())
      const [said, [code]] = await Promise.all([text(replay.stdout), once(replay, 'exit')])
      expect(said).toMatch(/ 0 {2}in no thread\n +0 {2}doubled\n +0 {2}in the wrong order\n/)
      expect(said).toMatch(/ 65 {2}refused with a reason\n +0 {2}neither public nor refused\n +0 {2}doubled\n/)
      expect(said).toContain('All is right.')
      expect(code).toBe(0)
    },
    PATIENCE,
  )
})
