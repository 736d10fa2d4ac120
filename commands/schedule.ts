import { nearestOf } from '../src/model/nearest.ts'
import { Refused } from '../src/model/refused.ts'
import { ROLES } from '../src/model/station.ts'
import type { Command } from './command.ts'
import { add } from './schedule/add.ts'
import { cancel, pause, resume } from './schedule/cancel.ts'
import { check } from './schedule/check.ts'
import { edit } from './schedule/edit.ts'
import { exportEntries } from './schedule/export.ts'
import { move } from './schedule/move.ts'
import type { ClosedPart, Ready } from './schedule/part.ts'
import { today, week } from './schedule/show-list.ts'
import { splitWord } from './which-conversation.ts'

const PARTS: Record<string, ClosedPart> = {
  today,
  week,
  add,
  edit,
  move,
  cancel,
  pause,
  resume,
  check,
  export: exportEntries,
}
const verbs = Object.keys(PARTS).join(', ')

export const schedule: Command<Ready> = {
  name: 'schedule',
  usage: {
    nl: '/schedule today, week, add, edit, move, cancel, pause, resume, check of export',
    en: '/schedule today, week, add, edit, move, cancel, pause, resume, check or export',
  },
  summary: { nl: 'Wat gaat er wanneer uit? Bekijk en verander het rooster', en: 'What airs when? See and change it' },
  who: ROLES,
  parse(words, _place, act) {
    const [said, rest] = splitWord(words)
    const verb = said.toLowerCase()
    const found = Object.hasOwn(PARTS, verb) ? PARTS[verb] : undefined
    if (found) return found.ready(verb, rest, act)
    const nearest = nearestOf(verb, Object.keys(PARTS)) ?? ''
    throw new Refused('schedule-verb', { found: said.slice(0, 40), nearest, verbs })
  },
  run: (act, ready) => ready(act),
}
