import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'
const ENOUGH = 1024 ** 3

/**
 * Where the machine has room in memory, the folders of this run stand there: a station's file is flushed to the disk at
 * each commit, and a disk takes milliseconds for that. The files are as real as on a disk, and gone after the run.
 */
export default function inMemory(): (() => void) | undefined {
  if (!roomy()) return
  const folder = mkdtempSync(`${MEMORY}/schatkamer-tests-`)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

function roomy(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH
  } catch {
    return false
  }
}
