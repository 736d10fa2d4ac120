import { validateDetailed } from 'node-cron'
import type { Weekday } from '../model/station.ts'
import type { StationFaultWording } from '../wording/station-faults.ts'

/** What is wrong with a cron expression, or the hours and minutes at which it airs on each of its weekdays. */
export type Reading = { allowed: string; fix?: string } | { days: Weekday[]; times: string[] }

const RANGES = { minute: '0-59', hour: '0-23', dayOfMonth: '1-31', month: '1-12', dayOfWeek: '0-7' }
/** February has 29 days in some year: an entry for the 29th does air. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads a cron expression as node-cron does, with five plain fields only, and puts its complaints into our words. */
export function readCron(expression: string, wording: StationFaultWording): Reading {
  if (expression.trim().split(/\s+/).length !== 5) return { allowed: wording.codes.cron }
  const { fields, errors } = validateDetailed(expression)
  const impossible = errors.find(({ message }) => message.includes('impossible day of month'))
  if (impossible) return { allowed: wording.codes.cronNever, fix: wording.fixes.cronAnd }
  const error = errors[0]
  if (error || !fields) return { allowed: fieldSentence(error?.field ?? '', wording) }

  const plain = (field: (number | string)[]) => field.every((value) => typeof value === 'number')
  if (!plain(fields.dayOfMonth)) return { allowed: fieldSentence('dayOfMonth', wording) }
  if (!plain(fields.dayOfWeek)) return { allowed: fieldSentence('dayOfWeek', wording) }
  const exists = fields.month.some((month) => fields.dayOfMonth.some((day) => Number(day) <= LONGEST[month - 1]!))
  if (!exists) return { allowed: wording.codes.cronNever, fix: wording.fixes.cronAnd }

  const days = fields.dayOfWeek.map((day) => (Number(day) === 0 ? 7 : Number(day)) as Weekday)
  const times = fields.hour.flatMap((hour) => fields.minute.map((minute) => `${two(hour)}:${two(minute)}`))
  return { days, times }
}

const fieldSentence = (field: string, wording: StationFaultWording) =>
  field in RANGES
    ? wording.codes.cronField(wording.fields[field as keyof typeof RANGES], RANGES[field as keyof typeof RANGES])
    : wording.codes.cron

const two = (value: number) => String(value).padStart(2, '0')
