import { bilingual } from './bilingual.ts'

/** Why the database cannot be had for this process alone. Said before any station is known. */
export const lockWording = bilingual({
  nl: {
    held: (file: string, holder: string) =>
      `Er draait al een station op ${file}${holder}. Stop dat eerst, of noem een ander bestand in DATABASE_URL.`,
    holder: (pid: number, since: string) => ` (proces ${pid}, sinds ${since})`,
    impossible: (file: string, why: string) =>
      `${file} is niet te vergrendelen: ${why}. Controleer de rechten op de map, of noem in DATABASE_URL een bestand op een schijf van deze computer.`,
  },
  en: {
    held: (file: string, holder: string) =>
      `A station already runs on ${file}${holder}. Stop that one first, or name another file in DATABASE_URL.`,
    holder: (pid: number, since: string) => ` (process ${pid}, since ${since})`,
    impossible: (file: string, why: string) =>
      `${file} cannot be locked: ${why}. Check the rights on the folder, or name a file on a disk of this machine in DATABASE_URL.`,
  },
})
