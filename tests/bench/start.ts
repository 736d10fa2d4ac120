import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildStation } from '../torture/build.ts'
import { freePorts } from '../torture/ports.ts'
import { type Figure, plain } from './figure.ts'
import { seed } from './seed.ts'
import { spreadOf } from './spread.ts'

/** Beside the station's own bundle, so that it finds the same libraries. */
const TWIN = 'dist/bench-twin.js'

/**
 * From the start of the process until it answers, on a database that is there already, next to a compiled program that
 * loads the same libraries and does nothing but listen; in turn, so that both meet the same machine.
 */
export const start: Figure = {
  name: 'start',
  async measure({ folder, short, tell }) {
    const main = buildStation()
    const file = join(folder, 'station.db')
    tell('filling a database')
    await seed(file, short ? 10_000 : 100_000, short ? 3_000 : 30_000)
    writeFileSync(TWIN, twin(main))
    try {
      const [port = 0] = await freePorts(1)
      const env = { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: `file:${file}`, LOG_LEVEL: 'warn' }
      await untilAnswered([main], env, port)
      const station: number[] = []
      const program: number[] = []
      for (let turn = 0; turn < (short ? 5 : 15); turn++) {
        tell(`start ${turn + 1}`)
        program.push(await untilAnswered([TWIN], env, port))
        station.push(await untilAnswered([main], env, port))
      }
      const ratios = spreadOf(station.map((it, index) => it / (program[index] ?? Number.NaN)))
      return [
        plain('a program that loads the same and listens', spreadOf(program), 'ms'),
        plain('the station, warm, to its first answer', spreadOf(station), 'ms'),
        { what: 'start ÷ such a program', value: ratios, unit: '×', goal: '≤ 2', met: ratios.median <= 2 },
      ]
    } finally {
      rmSync(TWIN, { force: true })
    }
  },
}

/** Loads every package that the station's bundle loads at its start, and listens. */
function twin(main: string): string {
  const names = new Set<string>()
  const parts = [main]
  // The list grows while it is walked: what a part imports statically, it loads at the start too.
  for (const part of parts)
    for (const [, name = ''] of readFileSync(part, 'utf8').matchAll(/^(?:import .*?|\} from )["']([^"']+)["'];?$/gm)) {
      if (!name.startsWith('.')) names.add(name)
      else if (!parts.includes(join(dirname(part), name))) parts.push(join(dirname(part), name))
    }
  const imports = [...names].map((name) => `import ${JSON.stringify(name)}`)
  return [
    ...imports,
    `import { createServer as listenHere } from 'node:http'`,
    `listenHere((_, response) => response.end('here')).listen(Number(process.env.PORT), '127.0.0.1')`,
  ].join('\n')
}

/** Ms from spawning a program until it has answered once; then it is ended. */
async function untilAnswered(args: string[], env: Record<string, string>, port: number): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' })
  const ended = once(child, 'exit')
  try {
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/favicon.ico`).then(
        (response) => response.arrayBuffer().then(() => true),
        () => false,
      )
      if (answered) return performance.now() - started
      if (child.exitCode !== null) throw new Error(`${args[0]} ended with ${child.exitCode}`)
      if (performance.now() - started > 30_000) throw new Error(`${args[0]} does not answer`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}
