/** Runs one piece of work after the other, whoever asks, in the order of asking. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

export function inTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}
