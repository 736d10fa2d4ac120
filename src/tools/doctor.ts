import { readFileSync } from 'node:fs'
import { program } from 'commander'
import { environment, readConfig } from '../config.ts'
import { openExaminations } from '../start/examinations.ts'
import { systemClock } from '../system-clock.ts'
import { openOutside } from '../web/outside.ts'
import { doctorWords } from '../wording/doctor.ts'
import { examine } from './doctor/examine.ts'
import { line } from './doctor/finding.ts'
import { reportFault } from './report-fault.ts'

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string }
}

program
  .name('npm run doctor')
  .description(doctorWords('en').usage)
  .action(() =>
    reportFault(async () => {
      const node = { version: process.versions.node, wanted: engines.node }
      const findings = examine({
        node,
        config: () => readConfig(environment()),
        clock: systemClock(),
        openOutside,
        openExaminations,
      })
      for await (const finding of findings) {
        process.stdout.write(`${line(finding)}\n`)
        if (finding.mark === 'bad') process.exitCode = 1
      }
    }),
  )
await program.parseAsync()
