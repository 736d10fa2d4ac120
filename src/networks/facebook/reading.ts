import type { z } from 'zod'
import { MINUTE, SECOND } from '../../model/clock.ts'
import { SourceFailed } from '../network.ts'
import type { Context } from './context.ts'
import type { Answer, Parameters } from './graph.ts'
import { refusalOf } from './problem.ts'
import { LIST, type List } from './shapes.ts'

/** How long to leave reading alone, in ms. Headers would tell when a limit is over, but they do not reach us. */
const PAUSE = { auth: 5 * MINUTE, limited: 5 * MINUTE, denied: 5 * MINUTE, broken: 5 * SECOND }

/** Why nothing could be read, as the port has it. */
export function failureOf(answer: Exclude<Answer, { kind: 'ok' }>): SourceFailed {
  if (answer.kind !== 'refused') return new SourceFailed('facebook', answer.reason, PAUSE.broken)
  const refusal = refusalOf(answer.problem)
  if (refusal === 'auth') return new SourceFailed('facebook', 'auth', PAUSE.auth)
  if (refusal === 'rate-limit') return new SourceFailed('facebook', 'rate-limit', PAUSE.limited)
  if (refusal === 'temporary') return new SourceFailed('facebook', 'temporary', PAUSE.broken)
  return new SourceFailed('facebook', refusal, PAUSE.denied)
}

/** Reads a list. @throws {SourceFailed} */
export async function readList(
  { graph }: Context,
  path: string,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<List> {
  const answer = await graph.get(path, parameters, signal)
  if (answer.kind !== 'ok') throw failureOf(answer)
  const list = LIST.safeParse(answer.body)
  if (!list.success) throw new SourceFailed('facebook', 'unreadable answer', PAUSE.broken)
  return list.data
}

/** The items that are as documented; what is not is told once a list, without its words. */
export function readItems<T>({ log }: Context, shape: z.ZodType<T>, items: readonly unknown[]): T[] {
  const read = items.flatMap((item) => {
    const one = shape.safeParse(item)
    return one.success ? [one.data] : []
  })
  if (read.length < items.length) {
    log.warn({ network: 'facebook', unreadable: items.length - read.length }, 'some of a list could not be read')
  }
  return read
}
