import type { ProgrammeShape, StationShape } from './shapes.ts'

/**
 * What stands in for a part of a file that is faulty, so that the checks between files can go on and find the rest.
 * Open all day and without names, it causes no fault of its own; no station ever starts with it.
 */
export const STATION_STOPGAP: StationShape = {
  name: '',
  zone: 'UTC',
  language: 'nl',
  address: 'je',
  season: { start: 'first-start', weeks: 1 },
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  silences: [],
  accounts: { x: '', facebook: '', youtube: '' },
  programmes: 'programmes',
  channels: { night: '', alarms: '' },
  libraries: [],
  members: [],
  partners: [],
  labels: [],
  snippets: [],
  slack: { groups: [], reactions: {} },
  networks: {
    x: {
      day: null,
      month: null,
      reserve: 0,
      prices: { read: 0, mention: 0, direct: 0, post: 0, link: 0, reply: 0, delete: 0 },
      hashtags: false,
      searches: [],
    },
    youtube: { day: 1, reserve: 0 },
  },
  media: { hosts: [] },
  autoAnswer: { nl: '', en: '' },
  care: {},
  replies: { hold: 0, claim: 1, reopenDays: 0, initials: '' },
}

export const PROGRAMME_STOPGAP: ProgrammeShape = {
  id: '',
  name: '',
  topic: '',
  description: '',
  channel: '',
  hashtags: [],
  topicWords: [],
  hosts: [],
  slots: [],
  threads: 'confirm',
  grace: 0,
  entries: [],
}
