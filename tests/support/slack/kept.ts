/** The newest of what was seen, for those who ask about the last hour of a long run: a list that does not grow for ever. */
export function keep<T>(list: T[], one: T, most = 100_000): void {
  list.push(one)
  if (list.length > most * 1.1) list.splice(0, list.length - most)
}
