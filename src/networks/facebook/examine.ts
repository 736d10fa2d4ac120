import type { AccessFault, Examined, Surroundings } from '../network.ts'
import { type Inspected, inspect, pageOf } from './access.ts'
import { type Graph, openGraph } from './graph.ts'
import { type Problem, refusalOf } from './problem.ts'
import type { FacebookSettings } from './settings.ts'

/** What is wrong with each setting of ours, as far as Facebook lets one tell them apart. At most three calls, none of which writes: whether the page pushes its news to us the station sees to by itself. */
export async function examineFacebook(
  settings: FacebookSettings,
  { way }: Surroundings,
  signal: AbortSignal,
): Promise<Examined> {
  const graph = openGraph(settings, way)
  const inspected = await inspect(graph, settings, signal)
  const fault = ofInspection(inspected)
  if (fault) return nobody(fault)
  if (inspected.kind !== 'standing') return nobody(unclear('FACEBOOK_PAGE_TOKEN', null))
  const { standing } = inspected
  const found = await pageOf(graph, settings.pageId, signal)
  const faults: AccessFault[] = []
  if (standing.page === null) faults.push({ variable: 'FACEBOOK_PAGE_TOKEN', why: 'account', detail: null })
  else if (standing.page !== settings.pageId) faults.push(await whosePage(graph, found, signal))
  else if ('why' in found) faults.push({ variable: 'FACEBOOK_PAGE_ID', why: 'unreachable', detail: found.why })
  else if ('problem' in found && refusalOf(found.problem) !== 'no-permission') faults.push(ofProblem(found.problem))
  if (faults.length === 0 && standing.missing.length > 0) {
    faults.push({ variable: 'FACEBOOK_PAGE_TOKEN', why: 'permission', detail: standing.missing.join(', ') })
  }
  return { faults, account: 'page' in found ? (found.page.name ?? found.page.id) : null, expires: standing.expires }
}

const nobody = (fault: AccessFault): Examined => ({ faults: [fault], account: null, expires: null })
const unclear = (variable: string, detail: string | null): AccessFault => ({ variable, why: 'unclear', detail })

/** The app asks about the page token: a refusal is about the app, unless Facebook says that the token is another app's. */
function ofInspection(inspected: Inspected): AccessFault | null {
  if (inspected.kind === 'silent') {
    return { variable: 'FACEBOOK_APP_ID', why: 'unreachable', detail: inspected.why }
  }
  if (inspected.kind === 'refused') return ofProblem(inspected.problem)
  const { valid, problem, expires } = inspected.standing
  if (valid) return null
  const expired = problem?.about === 'expired' || problem?.subcode === 463 || (problem === null && expires !== null)
  return { variable: 'FACEBOOK_PAGE_TOKEN', why: expired ? 'expired' : 'wrong', detail: codeOf(problem) }
}

function ofProblem(problem: Problem): AccessFault {
  const detail = codeOf(problem)
  if (problem.about === 'other-app') return { variable: 'FACEBOOK_PAGE_TOKEN', why: 'wrong', detail }
  if (problem.about === 'application' || problem.code === 101) {
    return { variable: 'FACEBOOK_APP_ID', why: 'wrong', detail }
  }
  if (problem.about === 'secret' || problem.about === 'proof') {
    return { variable: 'FACEBOOK_APP_SECRET', why: 'wrong', detail }
  }
  const refusal = refusalOf(problem)
  if (refusal === 'gone') return { variable: 'FACEBOOK_PAGE_ID', why: 'wrong', detail }
  return refusal === 'auth'
    ? { variable: 'FACEBOOK_PAGE_TOKEN', why: 'wrong', detail }
    : unclear('FACEBOOK_APP_ID', detail)
}

/** The token speaks for another page than the one that is named: either is wrong. A page that nobody knows is a wrong id. */
async function whosePage(
  graph: Graph,
  found: Awaited<ReturnType<typeof pageOf>>,
  signal: AbortSignal,
): Promise<AccessFault> {
  if ('problem' in found && refusalOf(found.problem) === 'gone') {
    return { variable: 'FACEBOOK_PAGE_ID', why: 'wrong', detail: null }
  }
  const own = await pageOf(graph, 'me', signal)
  return { variable: 'FACEBOOK_PAGE_TOKEN', why: 'account', detail: 'page' in own ? own.page.name : null }
}

/** Graph's numbers, for whoever looks them up; its sentence can hold the token. */
const codeOf = (problem: Problem | null): string | null =>
  problem && [problem.code, problem.subcode].filter((one) => one !== null).join('/')
