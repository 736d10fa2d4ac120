import type { Member } from '../model/station.ts'
import type { Tx } from './database.ts'

/** The people of every chat platform, as they were when they last acted. Their roles are nobody's to keep: there are none. */
export async function keptMembers(tx: Tx): Promise<{ platform: string; member: Member }[]> {
  const rows = await tx.selectFrom('member').selectAll().orderBy('platform').orderBy('id').execute()
  return rows.map(({ platform, at: _, ...person }) => ({
    platform,
    member: { ...person, roles: [], slack: person.id },
  }))
}

/** Keeps how somebody is called at this moment, under the id of the platform. */
export const keepMember = (tx: Tx, platform: string, member: Member, now: number) => {
  const { name, initials, language, library, partner } = member
  const said = { name, initials, language, library, partner, at: now }
  return tx
    .insertInto('member')
    .values({ platform, id: member.id, ...said })
    .onConflict((it) => it.columns(['platform', 'id']).doUpdateSet(said))
    .execute()
}
