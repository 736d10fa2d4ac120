import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { program } from 'commander'
import { environment, readConfig } from '../config.ts'
import { backUp, stamp } from '../restore.ts'
import { databaseFile } from '../store/database.ts'
import { restoreWording } from '../wording/restore.ts'
import { reportFault } from './report-fault.ts'

const wording = restoreWording('en')

program
  .name('npm run backup --')
  .description(wording.usage.backup)
  .argument('[file]', wording.usage.backupFile)
  .action((to?: string) =>
    reportFault(async () => {
      const file = databaseFile(readConfig(environment()).databaseUrl)
      const backup = resolve(to ?? join(dirname(file), 'backups', `schatkamer-${stamp(Date.now())}.db`))
      await backUp(file, backup)
      const size = `${(statSync(backup).size / 1024 / 1024).toFixed(1)} MB`
      process.stdout.write(`${wording.backedUp(backup, size)}\n`)
    }),
  )
await program.parseAsync()
