/** The control of a fake that runs as a process of its own: the names of control.ts and switches.ts. */
export function xControl(url: string) {
  return async <T = unknown>(name: string, ...args: unknown[]): Promise<T> => {
    const answer = await fetch(`${url}/_control/${name}`, { method: 'POST', body: JSON.stringify(args) })
    const told: unknown = await answer.json()
    if (!answer.ok) throw new Error((told as { error: string }).error)
    return told as T
  }
}
