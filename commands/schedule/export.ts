import { DIRECTING } from '../../src/desk/members.ts'
import { changedProgrammes, exportProgramme } from '../../src/desk/schedule/export-programme.ts'
import type { Programme } from '../../src/model/station.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf, privately } from '../answer.ts'
import { part } from './part.ts'
import { takeProgramme } from './take-programme.ts'

/** Without a programme: those whose entries are no longer what their file says. */
export const exportEntries = part<{ programme: Programme | null }>({
  usage: { nl: '/schedule export [programma]', en: '/schedule export [programme]' },
  who: DIRECTING,
  parse(words, act) {
    if (words.trim() === '') return { programme: null }
    const { programme, rest } = takeProgramme(words, act.station)
    return rest === '' ? { programme } : null
  },
  async run(act, { programme }) {
    const say = scheduleWords(languageOf(act))
    const programmes = programme ? [programme] : await changedProgrammes(act)
    if (programmes.length === 0) return privately(say.nothingToExport)
    const files = await Promise.all(programmes.map((it) => exportProgramme(act, it)))
    return files.flatMap((yaml, i) => privately(`# programmes/${programmes[i]?.id}.yaml\n${yaml}`))
  },
})
