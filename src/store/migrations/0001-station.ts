import type { Migration } from '../migrate.ts'

export const station: Migration = {
  name: '0001-station',
  sqlite: `
create table person (
  id integer primary key, network text not null, account text not null, external_id text not null,
  handle text not null, name text not null, first_at integer not null, ignored integer not null default 0,
  unique (network, account, external_id)
) strict;
create index person_handle on person (lower(handle));
create index person_name on person (lower(name));

create table conversation (
  id integer primary key autoincrement, network text not null, account text not null, thread_key text not null,
  current integer not null default 1, kind text not null, programme text, channel text not null,
  routed_by text not null, state text not null default 'open', close_reason text, close_note text,
  opened_at integer not null, last_in_at integer not null, waiting_since integer, answered_at integer,
  closed_at integer, claimed_by text, claimed_until integer, previous integer references conversation,
  root text, variant integer, person integer not null references person, messages integer not null default 0
) strict;
create unique index conversation_current on conversation (network, account, thread_key) where current = 1;
create index conversation_waiting on conversation (waiting_since) where state = 'open' and waiting_since is not null;
create index conversation_open on conversation (last_in_at) where state = 'open';
create index conversation_claimed on conversation (claimed_until) where claimed_until is not null;
create index conversation_person on conversation (person, id);
create index conversation_beside on conversation (root, id) where root is not null;

create table message (
  id integer primary key, network text not null, account text not null, external_id text not null,
  conversation integer references conversation, ordinal integer not null, person integer references person,
  direction text not null, kind text not null, text text not null, at integer not null,
  received_at integer not null, revision integer not null default 0, state text not null default 'live',
  in_reply_to text, url text, attachments text not null default '[]', draft integer, edited_at integer,
  unique (network, account, external_id)
) strict;
create unique index message_place on message (conversation, ordinal) where conversation is not null;
create index message_person on message (person, id) where person is not null;

create table label (
  conversation integer not null references conversation, label text not null, by text not null, at integer not null,
  primary key (conversation, label)
) strict, without rowid;

create table draft (
  id integer primary key autoincrement, conversation integer not null references conversation,
  message integer not null references message, seen_message integer not null, seen_revision integer not null,
  kind text not null, text text not null, media text not null default '[]', by text not null, state text not null,
  reason text, delivery integer, external_id text, url text, created_at integer not null, sent_at integer,
  source_platform text, source_message text
) strict;
create index draft_conversation on draft (conversation, id);
create index draft_open on draft (by, id) where state in ('asked', 'held', 'sending', 'stale', 'unknown', 'person', 'review');
create index draft_source on draft (source_platform, source_message) where source_message is not null;

create table thread (
  conversation integer not null references conversation, platform text not null, channel text not null,
  role text not null, ref text not null, primary key (conversation, platform, channel, ref)
) strict, without rowid;
create index thread_ref on thread (platform, channel, ref);

create table chat_message (
  id integer primary key autoincrement, platform text not null, subject text not null, subject_id integer not null,
  channel text not null, thread text not null, ref text not null, unique (platform, subject, subject_id, channel, ref)
) strict;

create table delivery (
  id integer primary key autoincrement, key text not null unique, target text not null, "to" text not null,
  account text not null, verb text not null, order_key text not null, rate_key text not null,
  priority integer not null, subject text not null, subject_id integer not null, body text not null,
  state text not null default 'queued', head integer not null default 0, after integer references delivery,
  not_before integer not null, delay integer not null default 0, not_after integer,
  attempts integer not null default 0, attempted_at integer, boot text, reason text, result_id text,
  result_url text, person integer not null default 0, created_at integer not null, settled_at integer
) strict;
create index delivery_ready on delivery (priority, not_before, id) where state = 'queued' and head = 1;
create index delivery_order on delivery (order_key, id) where settled_at is null;
create index delivery_unknown on delivery (not_before, id) where state = 'unknown';
create index delivery_sending on delivery (id) where state = 'sending';
create index delivery_subject on delivery (subject, subject_id) where settled_at is null;
create index delivery_after on delivery (after) where after is not null;
create index delivery_rejected on delivery (settled_at) where state = 'rejected';

create table history (
  id integer primary key autoincrement, at integer not null, by text, what text not null, conversation integer,
  draft integer, post integer, detail text
) strict;
create index history_conversation on history (conversation, id) where conversation is not null;

create table entry (
  id text primary key, programme text not null, source text not null, cron text, once text, until text,
  texts text not null, media text not null default '[]', grace integer not null,
  state text not null default 'active', changed integer not null default 0, by text, planned_to text,
  since integer not null, place integer not null default 0
) strict;
create index entry_planned on entry (planned_to) where state = 'active';

create table post (
  id integer primary key autoincrement, entry text not null references entry, programme text not null,
  channel text not null, slot text not null, zone text not null, due_at integer not null,
  state text not null default 'planned', moved integer not null default 0, texts text,
  media text not null default '[]', grace integer not null, reason text, alarm integer, overdue integer not null default 0,
  unique (entry, slot)
) strict;
create index post_due on post (due_at) where state = 'planned';
create index post_day on post (due_at);
create index post_alarm on post (alarm) where alarm is not null;
create index post_unannounced on post (channel) where state = 'late' and alarm is null;

create table variant (
  id integer primary key autoincrement, post integer not null references post, network text not null,
  account text not null, text text not null, state text not null default 'queued', delivery integer,
  external_id text, url text, reason text, unique (post, network)
) strict;
create index variant_open on variant (post) where state in ('queued', 'unknown');
create unique index variant_external on variant (network, account, external_id) where external_id is not null;

create table source_cursor (
  network text not null, account text not null, source text not null, cursor text not null, at integer not null,
  primary key (network, account, source)
) strict, without rowid;

create table intake (
  id text not null, platform text not null, event text not null, at integer not null, handled_at integer,
  primary key (platform, id)
) strict, without rowid;
create index intake_open on intake (at) where handled_at is null;

create table set_aside (
  network text not null, account text not null, external_id text not null, change text not null,
  reason text not null, at integer not null, primary key (network, account, external_id)
) strict, without rowid;

create table rate (
  rate_key text primary key, until integer not null, delay integer not null, reason text not null,
  since integer not null, told integer not null default 0
) strict, without rowid;
create table auto_answer (person integer not null, night text not null, at integer not null, primary key (person, night)) strict, without rowid;
create table snippet (id text primary key, text text not null, by text not null, at integer not null) strict, without rowid;
create table setting (key text primary key, value text not null, at integer not null, by text) strict, without rowid;

create virtual table message_text using fts5 (text, content='', tokenize='unicode61 remove_diacritics 2');
insert into message_text (message_text, rank) values ('secure-delete', 1);
`,
}
