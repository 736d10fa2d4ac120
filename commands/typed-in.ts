import type { Place } from './command.ts'

/** The message that a reply was typed in, so that editing or deleting it changes or withdraws the reply in the hold. */
export const typedIn = ({ platform, message }: Place): { source?: { platform: string; message: string } } =>
  message === undefined ? {} : { source: { platform, message } }
