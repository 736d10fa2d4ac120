import { execFileSync } from 'node:child_process'

/** The program as `npm start` makes it. */
export default function build(): void {
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' })
}
