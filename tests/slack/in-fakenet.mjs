// Runs the day in Slack in a network of its own, where https://slack.com is the fake: npm run test:slack. It needs
// ../shared beside the project, root, and Debian's iproute2 and openssl.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const fakenet = join(import.meta.dirname, '../../../shared/tools/fakenet/fakenet')
if (!existsSync(fakenet)) {
  process.stderr.write('test:slack needs ../shared/tools/fakenet beside the project; it was not run.\n')
  process.exit(1)
}
const hosts = ['slack.com', 'wss-primary.slack.com', 'hooks.slack.com', 'files.slack.com']
const { status } = spawnSync(fakenet, ['npx vitest run --config tests/slack/vitest.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ROUTES: hosts.map((host) => `${host}=4403`).join(',') },
})
process.exit(status ?? 1)
