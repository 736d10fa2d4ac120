import type { Tx } from './database.ts'

/** True while a person has paused everything that would go out. */
export const isPaused = async (tx: Tx): Promise<boolean> => (await setting(tx, 'paused')) === 'yes'

export async function setting(tx: Tx, key: string): Promise<string | null> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

export const set = (act: { tx: Tx; now: number }, key: string, value: string, by: string | null) =>
  act.tx
    .insertInto('setting')
    .values({ key, value, at: act.now, by })
    .onConflict((it) => it.column('key').doUpdateSet({ value, at: act.now, by }))
    .execute()
