import type { Act } from '../../src/desk/act.ts'
import { DIRECTING } from '../../src/desk/members.ts'
import { checkPlan, type Finding } from '../../src/desk/schedule/check-plan.ts'
import { NETWORK_LABEL } from '../../src/model/network.ts'
import { momentText } from '../../src/wording/moments.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf, privately } from '../answer.ts'
import { part } from './part.ts'

/** More than so many are counted, not listed. */
const LISTED = 40

export const check = part<true>({
  usage: { nl: '/schedule check', en: '/schedule check' },
  who: [...DIRECTING, 'curator'],
  parse: (words) => (words.trim() === '' ? true : null),
  async run(act) {
    const say = scheduleWords(languageOf(act))
    const findings = await checkPlan(act)
    if (findings.length === 0) return privately(say.allWell)
    return privately(say.findings(findings.length, Math.min(findings.length, LISTED)), {
      facts: findings.slice(0, LISTED).map((finding) => factOf(act, finding)),
    })
  },
})

function factOf(act: Act, finding: Finding): { label: string; value: string } {
  const language = languageOf(act)
  const say = scheduleWords(language)
  if (finding.kind === 'too-long')
    return {
      label: finding.entry,
      value: say.tooLong(NETWORK_LABEL[finding.network], finding.length, finding.max),
    }
  return { label: momentText(language, act.station.zone, finding.at), value: sentence(act, finding) }
}

function sentence(act: Act, finding: Exclude<Finding, { kind: 'too-long' }>): string {
  const say = scheduleWords(languageOf(act))
  switch (finding.kind) {
    case 'closed':
      return say.closed(`p${finding.post}`)
    case 'same-minute':
      return say.sameMinute(finding.posts.map((id) => `p${id}`).join(', '))
    case 'crowded':
      return say.crowded(finding.count)
    case 'empty':
      return say.empty(act.station.programmes.find((it) => it.id === finding.programme)?.name ?? finding.programme)
    default:
      return finding satisfies never
  }
}
