/** Why a conversation is closed; the researchers count these. */
export const CLOSE_REASONS = ['answered', 'no-answer-needed', 'spam', 'passed-on', 'could-not-help'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]
