import { expect, it } from 'vitest'
import { settle } from '../../src/deliver/settle.ts'
import { claimReady } from '../../src/store/outbox-worker.ts'
import { openDesk } from '../support/desk.ts'

it('opens in the channel for alarms what its own channel refused, though something already waits behind it', async () => {
  const desk = openDesk()
  await desk.reader.writes('Eerste', { thread: 't' })
  await desk.reader.writes('Tweede', { thread: 't' })
  const claim = () =>
    desk.act(null, ({ tx, now, steady }) =>
      claimReady(tx, { now, steady, boot: 'b', limit: 10, networksPaused: false, pausedRates: [], busy: [] }),
    )
  const [opening] = await claim()
  await desk.act(null, (act) =>
    settle(act, {
      delivery: opening!,
      call: {
        kind: 'chat',
        rendered: { channel: 'ochtendblad', thread: null, message: null, content: { kind: 'card', text: '' } },
      },
      outcome: { status: 'rejected', reason: 'unknown-channel' },
    }),
  )
  const next = await claim()
  expect(next.map((it) => [it.verb, JSON.parse(it.body).channel])).toEqual([['open', 'regie']])
})
