/**
 * The disk, not the work: it is full, held by somebody else or failing. What was asked for did not happen, not even in
 * part, and can be asked for again.
 */
export const isDatabaseTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(BUSY|FULL|IOERR|LOCKED|NOMEM|READONLY|CORRUPT|CANTOPEN)/.test(String(error.code))
