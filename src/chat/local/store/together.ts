import type { Database } from '../database.ts'

interface Job {
  work(): unknown
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** Runs `work` in a commit that it may share with others; resolves when that commit is durable. */
export type Together = <T>(work: () => T) => Promise<T>

/**
 * Commits together what arrives in one turn of the event loop: the disk is waited for once. Each is undone alone where
 * it throws; where the commit itself fails, nothing of any is there and all of them hear why.
 */
export function openTogether({ sqlite }: Database): Together {
  let waiting: Job[] = []
  // Inside another transaction this one is a savepoint.
  const alone = sqlite.transaction((work: () => unknown) => work())
  const all = sqlite.transaction((jobs: Job[]) => jobs.map(attempt))
  const attempt = (job: Job): (() => void) => {
    try {
      const value = alone(job.work)
      return () => job.resolve(value)
    } catch (error) {
      return () => job.reject(error)
    }
  }
  const flush = () => {
    const jobs = waiting
    waiting = []
    try {
      for (const settle of all.immediate(jobs)) settle()
    } catch (error) {
      for (const job of jobs) job.reject(error)
    }
  }
  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
    })
}
