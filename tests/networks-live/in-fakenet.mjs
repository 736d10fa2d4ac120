// Runs a day on the three networks in a network of its own, where their own addresses are the fakes: npm run
// test:networks. It needs ../shared beside the project, root, and Debian's iproute2 and openssl.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const fakenet = join(import.meta.dirname, '../../../shared/tools/fakenet/fakenet')
if (!existsSync(fakenet)) {
  process.stderr.write('test:networks needs ../shared/tools/fakenet beside the project; it was not run.\n')
  process.exit(1)
}
// As in ports.ts, which a plain script cannot read.
const routes = {
  'api.x.com': 4407,
  'graph.facebook.com': 4408,
  'youtube.googleapis.com': 4409,
  'www.googleapis.com': 4409,
  'oauth2.googleapis.com': 4409,
}
const { status } = spawnSync(fakenet, ['npx vitest run --config tests/networks-live/vitest.config.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ROUTES: Object.entries(routes)
      .map(([host, port]) => `${host}=${port}`)
      .join(','),
  },
})
process.exit(status ?? 1)
