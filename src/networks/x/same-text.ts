import twitter from 'twitter-text'

/**
 * Whether a text that X shows is the one that we sent: X puts the names of those who are answered before it, gives links
 * their scheme, hangs an address on it for pictures, and thinks nothing of white space.
 * @param shown as it was written, see `asWritten`
 */
export const sameText = (sent: string, shown: string): boolean => {
  const [ours, theirs] = [plain(sent), plain(shown)]
  return ours === theirs || withoutNames(ours) === withoutNames(theirs)
}

const plain = (text: string): string =>
  twitter
    .extractUrlsWithIndices(text)
    .toReversed()
    .reduce((rest, { url, indices: [from, to] }) => `${rest.slice(0, from)}${bare(url)}${rest.slice(to)}`, text)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

const bare = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/\/$/, '')

const withoutNames = (text: string): string => text.replace(/^(?:@\w{1,15} )+/, '')
