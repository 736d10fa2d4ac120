import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { LockFault, lockDatabase } from '../../lock.ts'
import { checkDatabase } from '../../restore.ts'
import { DatabaseFault, databaseFile } from '../../store/database.ts'
import type { DoctorWords } from '../../wording/doctor.ts'
import { bad, type Finding, note, well } from './finding.ts'

/** Whether this Node is new enough. @param wanted as package.json's `engines` has it, `>=20.19` */
export function examineNode(version: string, wanted: string, words: DoctorWords): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [least = 0, andMinor = 0] = wanted.replace('>=', '').split('.').map(Number)
  const enough = major > least || (major === least && minor >= andMinor)
  return enough ? well(words.node(version)) : bad(words.oldNode(version, `${least}.${andMinor}`))
}

/** Whether the database is whole and ours, and whether a station has it; nothing is made or changed. */
export function examineDatabase(url: string, now: number, words: DoctorWords): Finding[] {
  const file = databaseFile(url)
  if (!existsSync(file)) return [canBeMade(file) ? note(words.noDatabase(file)) : bad(words.noFolder(dirname(file)))]
  try {
    checkDatabase(file)
  } catch (error) {
    if (error instanceof DatabaseFault) return [bad(error.message)]
    throw error
  }
  return [well(words.database(file)), lockState(file, now, words)]
}

function lockState(file: string, now: number, words: DoctorWords): Finding {
  try {
    lockDatabase(file, now).release()
    return well(words.free)
  } catch (error) {
    if (!(error instanceof LockFault)) throw error
    if (error.code === 'impossible') return bad(error.message)
    return well(words.held(error.holder?.pid ?? 0, error.holder?.address ?? null))
  }
}

/** Whether the nearest folder that is there may be written in. */
function canBeMade(file: string): boolean {
  let folder = dirname(file)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
