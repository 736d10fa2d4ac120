import type { Migration } from '../migrate.ts'

/** What needs a person first in a conversation, each kind once; a mark that a person took off stays as that. */
export const care: Migration = {
  name: '0004-care',
  sqlite: `
create table care (
  conversation integer not null references conversation, kind text not null, at integer not null,
  cleared_at integer, cleared_by text, primary key (conversation, kind)
) strict, without rowid;
create index care_standing on care (kind, conversation) where cleared_at is null;
`,
}
