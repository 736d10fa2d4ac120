/** What real networks bring: what they cost, what they push, how messages stand there, what was looked at again. */
export const networks = {
  name: '0003-networks',
  sqlite: `
create table spending (
  network text not null, account text not null, day text not null, purpose text not null,
  amount integer not null, primary key (network, account, day, purpose)
) strict, without rowid;

create table hook (
  id text primary key, network text not null, body text not null, at integer not null, handled_at integer,
  attempts integer not null default 0
) strict, without rowid;
create index hook_open on hook (network, at) where handled_at is null;

alter table message add column unanswerable text;
alter table message add column sight text;
alter table message add column checked_at integer;
create index message_unchecked on message (network, checked_at) where direction = 'in' and state = 'live';

create index delivery_result on delivery (result_id) where target = 'network' and verb = 'publish';

alter table variant add column parts integer not null default 1;
alter table delivery add column part integer not null default 1;
`,
}
