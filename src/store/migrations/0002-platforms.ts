/** People whom a chat platform knows, digests for channels that take less than what comes in, threads that were gone. */
export const platforms = {
  name: '0002-platforms',
  sqlite: `
create table member (
  platform text not null, id text not null, name text not null, initials text not null, language text not null,
  library text, partner text, at integer not null, primary key (platform, id)
) strict, without rowid;

create table digest (
  id integer primary key autoincrement, platform text not null, channel text not null, variant integer,
  programme text, at integer not null
) strict;
create table digest_item (
  platform text not null, conversation integer not null references conversation, digest integer not null references digest,
  opened integer not null default 0, primary key (platform, conversation)
) strict, without rowid;
create index digest_item_digest on digest_item (digest);

alter table thread add column reopened_at integer;
create index chat_message_ref on chat_message (platform, channel, ref);

drop index delivery_ready;
create index delivery_ready on delivery (priority, not_before, id, rate_key) where state = 'queued' and head = 1;
create index delivery_behind on delivery (rate_key) where state = 'queued' and verb = 'open' and subject = 'card';
`,
}
