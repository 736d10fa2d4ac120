import type { Context } from 'hono'
import { judge, type Snapshot } from '../model/health.ts'
import { healthWording } from '../wording/health.ts'
import { preferred } from './language.ts'

/** Answers 200 while the station does its work, if slowly, and 503 when somebody has to act; why, in words. */
export function answerHealth(c: Context, snapshot: Snapshot): Response {
  const findings = judge(snapshot)
  const wording = healthWording(preferred(c, 'en'))
  const grades = findings.map(({ grade }) => grade)
  const status = grades.includes('stuck') ? 'stuck' : grades.includes('degraded') ? 'degraded' : 'ok'
  const reasons = findings.map(({ reason, facts }) => wording[reason](facts))
  return c.json({ status, reasons, ...snapshot }, status === 'stuck' ? 503 : 200, { 'cache-control': 'no-store' })
}
