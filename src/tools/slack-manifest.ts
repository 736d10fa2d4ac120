import { InvalidArgumentError, program } from 'commander'
import { stringify } from 'yaml'
import { environment, isCommandPrefix, readConfig } from '../config.ts'
import { LIMITS } from '../networks/limits.ts'
import { loadStation } from '../station/load.ts'
import { manifestWords } from '../wording/manifest.ts'
import { reportFault } from './report-fault.ts'
import { manifestOf } from './slack-manifest/manifest.ts'

const words = manifestWords('en')

program
  .name('npm run slack:manifest --')
  .description(words.usage)
  .option('--http <address>', words.http, httpsAddress)
  .option('--prefix <text>', words.prefix, commandPrefix)
  .option('--yaml', words.yaml)
  .action(({ http, prefix, yaml }: { http?: string; prefix?: string; yaml?: true }) =>
    reportFault(async () => {
      const config = readConfig(environment())
      const { name, language } = loadStation(config.station, Date.now(), { limits: LIMITS })
      const manifest = manifestOf({ name, language, prefix: prefix ?? config.slackPrefix, http: http ?? null })
      process.stdout.write(yaml ? stringify(manifest) : `${JSON.stringify(manifest, null, 2)}\n`)
    }),
  )
await program.parseAsync()

/** Without what comes behind it: Slack calls the whole a Request URL, so it may be given. A path before it may be a proxy's. */
function httpsAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username || url.password)
    throw new InvalidArgumentError(words.notHttps(given))
  return `${url.origin}${url.pathname.replace(/(?:\/slack\/events)?\/*$/, '')}`
}

function commandPrefix(given: string): string {
  if (!isCommandPrefix(given)) throw new InvalidArgumentError(words.notPrefix(given))
  return given
}
