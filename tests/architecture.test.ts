import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, violations } from './support/import-rules.ts'

const root = resolve(import.meta.dirname, '..')
const sources = new Map(
  ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [join(folder, name), readFileSync(join(root, folder, name), 'utf8')] as const),
  ),
)
const saying = (pattern: RegExp, among: (path: string) => boolean) =>
  [...sources].filter(([path, source]) => among(path) && pattern.test(withoutComments(source))).map(([path]) => path)
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

test('every room imports only what it may', () => {
  expect(violations(sources)).toEqual([])
})

test.each([
  ['src/model/grid.ts', "import { unsettled } from '../store/unsettled.ts'"],
  ['src/model/grid.ts', "import { readFileSync } from 'node:fs'"],
  ['src/store/outbox.ts', "import { send } from '../desk/send.ts'"],
  ['src/store/outbox.ts', "import { noticeText } from '../wording/notices.ts'"],
  ['src/desk/send.ts', "import type { Network } from '../networks/network.ts'"],
  ['src/desk/send.ts', "import { x } from '../chat/local/adapter.ts'"],
  ['src/networks/x/adapter.ts', "import { a } from '../sandbox/adapter.ts'"],
  ['src/networks/sandbox/adapter.ts', "export { receive } from '../../desk/receive.ts'"],
  ['src/networks/sandbox/adapter.ts', "import type { Chat } from '../../chat/chat.ts'"],
  ['src/chat/local/adapter.ts', "const store = await import('../../store/database.ts')"],
  ['src/deliver.ts', "import { sandboxNetwork } from './networks/sandbox/adapter.ts'"],
  ['src/deliver.ts', "import { Network } from './networks/network.ts'"],
  ['commands/claim.ts', "import type { Chat } from '../src/chat/chat.ts'"],
  ['commands/claim.ts', "import { openStore } from '../src/store/database.ts'"],
  ['src/wording/card.ts', "import {\n  type Act,\n  act,\n} from '../desk/act.ts'"],
  ['src/tools/replay.ts', "import '../main.ts'"],
])('a forbidden import in %s is seen: %s', (path, source) => {
  expect(violations(new Map([[path, source]]))).toHaveLength(1)
})

test.each([
  ['src/deliver.ts', "import { type Chat, type Other } from './chat/chat.ts'"],
  ['src/desk/send.ts', "import { Refused } from '../model/refused.ts'\n/* import '../chat/chat.ts' */"],
  ['src/networks/x/adapter.ts', "import { LIMITS } from '../limits.ts'\nimport { sign } from './sign.ts'"],
  ['src/main.ts', "import { startStation } from './start.ts'"],
])('an allowed import in %s is left alone', (path, source) => {
  expect(importsOf(path, source).length).toBeGreaterThan(0)
  expect(violations(new Map([[path, source]]))).toEqual([])
})

test('only the settings read the environment', () => {
  const mayRead = (path: string) => path !== 'src/config.ts' && !path.endsWith('/process.ts')
  expect(saying(/\bprocess\.env\b/, mayRead)).toEqual([])
})

test('time comes from the clock that was handed in', () => {
  const domain = (path: string) =>
    /^(src\/(model|store|desk|wording|station|deliver|airing)\/|commands\/|src\/\w+\.ts$)/.test(path)
  const owner = new Set(['src/system-clock.ts', 'src/main.ts'])
  const bare = /\bDate\.now\b|new Date\(\)|\bsetTimeout\(|\bsetInterval\(/
  expect(saying(bare, (path) => domain(path) && !owner.has(path))).toEqual([])
})

test('nothing speaks past the log', () => {
  expect(saying(/\bconsole\.\w+\(/, () => true)).toEqual([])
})

test('what the public wrote never reaches a page as it is', () => {
  expect(saying(/\braw\(|dangerouslySetInnerHTML|\.innerHTML\b/, () => true)).toEqual([])
})

test('half of the files have fewer than 60 lines', () => {
  const lengths = [...sources.values()].map((source) => source.split('\n').length - 1).sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60)
})

test('the lock file names no registry', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
})

test('no committed file knows the machine that it was written on', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  const places = [homedir(), dirname(root)].filter((it) => it.split('/').filter(Boolean).length > 0 && it !== '/tmp')
  const telling = files.filter((file) => {
    const text = readFileSync(join(root, file), 'latin1')
    return /\/(home|Users)\/[a-z]/.test(text) || places.some((place) => text.includes(`${place}/`))
  })
  expect(files.length).toBeGreaterThan(100)
  expect(telling).toEqual([])
})
