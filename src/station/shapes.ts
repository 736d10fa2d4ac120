import { z } from 'zod'
import { ROLES } from '../model/station.ts'
import {
  alt,
  channel,
  choice,
  closed,
  count,
  date,
  days,
  dollars,
  filled,
  handle,
  hashtag,
  host,
  id,
  initials,
  line,
  link,
  list,
  mark,
  mention,
  moment,
  name,
  percent,
  phrase,
  search,
  slot,
  start,
  table,
  text,
  time,
  whole,
  zone,
} from './rules.ts'

const member = closed({
  id,
  name,
  roles: filled(choice(...ROLES)),
  library: id.nullable().default(null),
  partner: id.nullable().default(null),
  initials,
  language: choice('nl', 'en').default('nl'),
  slack: mention.nullable().default(null),
})
const group = closed({
  handle,
  roles: list(choice(...ROLES)).default([]),
  library: id.nullable().default(null),
  partner: id.nullable().default(null),
})
const partner = closed({ id, name, topics: list(name).default([]), channel, experts: filled(id), credit: text })

/** In dollars: what X asked for each in August 2026. */
const prices = closed({
  read: dollars.default(0.005),
  mention: dollars.default(0.001),
  direct: dollars.default(0.01),
  post: dollars.default(0.015),
  link: dollars.default(0.2),
  reply: dollars.default(0.01),
  delete: dollars.default(0.01),
})
const x = closed({
  day: dollars.nullable().default(5),
  month: dollars.nullable().default(100),
  reserve: percent.default(25),
  prices: prices.prefault({}),
  hashtags: z.boolean('yesNo').default(true),
  searches: list(search).default([]),
})
const youtube = closed({ day: count.default(10_000), reserve: percent.default(25) })

const words = closed({ nl: filled(phrase), en: filled(phrase) })
const urgent = closed({
  warn: filled(id),
  words,
  protocol: closed({ nl: filled(line), en: filled(line) }),
})
const complaint = closed({ words, route: closed({ nl: line, en: line }) })

/** station.yaml as it is written: seconds, minutes and day names, before it becomes the model's Station. */
export const stationShape = closed({
  name,
  zone,
  language: choice('nl', 'en').default('nl'),
  address: choice('je', 'u').default('je'),
  season: closed({ start, weeks: count }),
  hours: filled(closed({ days, from: time, to: time })),
  silences: list(closed({ from: moment, to: moment, reason: text })).default([]),
  accounts: closed({ x: name, facebook: name, youtube: name }),
  programmes: text.default('programmes'),
  channels: closed({ night: channel, alarms: channel }),
  libraries: filled(closed({ id, name, route: line.nullable().default(null) })),
  members: filled(member),
  partners: list(partner).default([]),
  labels: list(closed({ id, label: name })).default([]),
  snippets: list(closed({ id, text })).default([]),
  slack: closed({
    groups: list(group).default([]),
    reactions: table(text).default({ eyes: 'claim', white_check_mark: 'close answered' }),
  }).prefault({}),
  networks: closed({ x: x.prefault({}), youtube: youtube.prefault({}) }).prefault({}),
  media: closed({ hosts: list(host).default([]) }).prefault({}),
  autoAnswer: closed({ nl: text, en: text }),
  care: closed({
    child: urgent.optional(),
    despair: urgent.optional(),
    threat: urgent.optional(),
    complaint: complaint.optional(),
  }).prefault({}),
  replies: closed({
    hold: whole.default(10),
    claim: count.default(30),
    reopenDays: whole.default(30),
    initials: mark.default('^'),
  }).prefault({}),
})

const attachment = closed({ kind: choice('image', 'video', 'audio', 'file').default('image'), url: link, alt })
const entry = closed({
  id,
  cron: text.nullable().default(null),
  once: moment.nullable().default(null),
  until: date.nullable().default(null),
  texts: closed({ x: text.optional(), facebook: text.optional(), youtube: text.optional() }),
  media: list(attachment).default([]),
  grace: whole.optional(),
})

/** A programme's file as it is written. `grace` is in minutes. */
export const programmeShape = closed({
  id,
  name,
  topic: name,
  description: text,
  channel,
  hashtags: list(hashtag).default([]),
  topicWords: list(name).default([]),
  hosts: filled(id),
  slots: filled(slot),
  threads: choice('confirm', 'explicit').default('confirm'),
  grace: whole.default(30),
  entries: list(entry).default([]),
})

export type StationShape = z.output<typeof stationShape>
export type ProgrammeShape = z.output<typeof programmeShape>
export type EntryShape = ProgrammeShape['entries'][number]
