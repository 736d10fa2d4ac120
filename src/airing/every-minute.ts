import { createTask } from 'node-cron'

/**
 * Calls `tick` at the beginning of each minute; answers with what stops it. A minute that the event loop reaches more
 * than a second late is not run by node-cron but reported as missed: that is a tick like any other.
 */
export function everyMinute(tick: () => void): () => unknown {
  const task = createTask('* * * * *', tick, { timezone: 'UTC', suppressMissedWarning: true })
  task.on('execution:missed', tick)
  void task.start()
  return () => task.destroy()
}
