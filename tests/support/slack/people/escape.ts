/** The three characters that Slack escapes in its texts (docs.slack.dev/messaging/formatting-message-text). */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
