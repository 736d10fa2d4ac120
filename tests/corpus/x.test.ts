import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { describeWithShared, shared } from '../support/shared.ts'
import { freshFolder } from '../support/store.ts'
import { buildStation } from '../torture/build.ts'
import { buildWorld } from '../torture/world.ts'

const CORPUS = 'corpus/conversations.ndjson'

describeWithShared(CORPUS, 'the whole corpus on X', () => {
  test('at its own address: each message once in its thread, every answer once under its message or refused', async () => {
    const world = await buildWorld(freshFolder(), {
      hold: 1,
      minutes: 0,
      main: buildStation(),
      logLevel: 'warn',
      real: ['x'],
    })
    onTestFinished(async () => {
      await Promise.all([world.station.kill('SIGTERM'), world.desk?.kill()])
      await world.networks?.stop()
    })
    await world.desk?.start()
    await world.station.start()
    const summary = join(freshFolder(), 'summary.json')
    const replay = spawn(
      'npm',
      ['run', '-s', 'replay', '--', shared(CORPUS), '--speed', 'max', '--url', world.urls.desk, '--json', summary],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
    const [code] = await once(replay, 'exit')
    const counted = JSON.parse(readFileSync(summary, 'utf8'))
    process.stdout.write(`X: ${JSON.stringify(counted).slice(0, 2_000)}\n`)
    expect(code).toBe(0)
    expect(counted).toMatchObject({
      in: { right: 622, lost: 0, doubled: 0, elsewhere: 0, disordered: 0 },
      out: { public: 518, refused: 65, missing: 0, doubled: 0, misplaced: 0 },
      reasons: { 'too-long': 65 },
    })
    expect(world.networks?.x?.journal.doubled()).toEqual([])
    expect(world.networks?.misbehaviour()).toEqual({ blind: [], violations: [] })
  })
})
