// Writes two rows a commit into the station's database that is named, without pause, until it is killed.
import { openStore } from '../../src/store/database.ts'

const store = openStore(`file:${process.argv[2]}`)
const row = { at: 1, by: null, what: 'busy', conversation: null, draft: null, post: null, detail: 'x'.repeat(2_000) }
for (let n = 0; ; n++) {
  await store.transaction((tx) => tx.insertInto('history').values([row, row]).execute())
  if (n === 20) process.stdout.write('writing\n')
}
