import { execFileSync } from 'node:child_process'

/** Builds the station as `npm start` does; answers with the file to run. */
export function buildStation(): string {
  execFileSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return 'dist/main.js'
}
