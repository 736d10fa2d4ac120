import { setImmediate as turn } from 'node:timers/promises'
import type { Hono } from 'hono'
import { proxy } from 'hono/proxy'

/** One of the two stand-ins at the station's edges, in this process or elsewhere on this machine. */
export interface Outsider {
  /** Answers what a browser or a script asked the station; `env` holds the socket. */
  serve(request: Request, env: object): Response | Promise<Response>
  /** The station's own calls, by path. */
  call(path: string, init?: RequestInit): Promise<Response>
}

/** A stand-in that runs inside the station. */
export const embedded = (app: Hono): Outsider => ({
  serve: (request, env) => app.fetch(request, env),
  call: async (path, init) => {
    // Inside one process a call would be answered without the event loop's turn, and a burst would shut out everybody.
    await turn()
    return app.request(path, init)
  },
})

/** A stand-in that is a process of its own at `origin`: everything is passed on, streams as they come. */
export const remote = (origin: string): Outsider => ({
  serve(request) {
    const { pathname, search } = new URL(request.url)
    const headers = new Headers(request.headers)
    // The station has looked at both; to the stand-in this is a script's call to its own address.
    headers.delete('host')
    headers.delete('origin')
    return proxy(`${origin}${pathname}${search}`, { raw: request, headers })
  },
  call: (path, init) => fetch(`${origin}${path}`, init),
})
