/** Slack's moments and ids of messages are seconds with six decimals, as text. */
export const momentOf = (ts: string): number => Math.round(Number(ts) * 1_000)

/** A root of a thread has its own id as its thread's once somebody replied: that is no thread that it stands in. */
export const threadOf = ({ ts, thread_ts }: { ts: string; thread_ts?: string | undefined }): string | null =>
  thread_ts === undefined || thread_ts === ts ? null : thread_ts
