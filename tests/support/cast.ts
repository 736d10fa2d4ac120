import type { NetworkFacts } from '../../src/desk/act.ts'
import { HOUR, MINUTE, SECOND } from '../../src/model/clock.ts'
import type { Limits, NetworkName } from '../../src/model/network.ts'
import type { Member, Programme, Role, Station } from '../../src/model/station.ts'

const member = (id: string, name: string, roles: Role[], initials: string, language: 'nl' | 'en' = 'nl'): Member => ({
  id,
  name,
  roles,
  library: null,
  partner: null,
  slack: null,
  initials,
  language,
})

/** The people of the tests. Two curators, so that they can be in each other's way. */
export const cast = {
  deventer: member('curator-deventer', 'Curator Deventer', ['curator'], 'CD'),
  delft: member('curator-delft', 'Curator Delft', ['curator'], 'CF'),
  expert: member('expert-muziek', 'Expert Muziek', ['expert'], 'EM'),
  coordinator: member('coordinator', 'Coördinator', ['coordinator'], 'CO'),
  researcher: member('researcher', 'Researcher', ['researcher'], 'RE', 'en'),
  administrator: member('administrator', 'Beheerder', ['administrator'], 'BE'),
}

const programme = (id: string, name: string, from: string, to: string, host: string): Programme => ({
  id,
  name,
  topic: name,
  description: '',
  channel: id,
  hashtags: [`#${id.replace('-', '')}`],
  topicWords: [],
  hosts: [host],
  slots: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }],
  threads: 'confirm',
  grace: 15,
  entries: [],
})

const everyDay = { from: '07:00', to: '23:00' }

/** A station of two programmes, on the air from seven to eleven. */
export const station: Station = {
  name: 'Schatkamer',
  zone: 'Europe/Amsterdam',
  language: 'nl',
  address: 'je',
  season: { start: '2027-01-11', weeks: 24 },
  hours: { 1: [everyDay], 2: [everyDay], 3: [everyDay], 4: [everyDay], 5: [everyDay], 6: [everyDay], 7: [everyDay] },
  silences: [],
  accounts: { x: 'schatkamer', facebook: 'schatkamer', youtube: 'schatkamer' },
  libraries: [],
  members: Object.values(cast),
  partners: [],
  programmes: [
    programme('ochtendblad', 'Ochtendblad', '07:00', '11:00', 'curator-deventer'),
    programme('boek-kwijt', 'Boek Kwijt', '11:00', '23:00', 'curator-delft'),
  ],
  channels: { night: 'nachtkanaal', alarms: 'regie' },
  labels: [
    { id: 'luisterboek', label: 'Luisterboek' },
    { id: 'boek-zoeken', label: 'Boek zoeken' },
  ],
  snippets: [{ id: 'welkom', text: 'Welkom bij de bibliotheek.' }],
  slack: { groups: [], reactions: { eyes: 'claim', white_check_mark: 'close answered' } },
  networks: {
    x: {
      allowance: { unit: 'usd', zone: 'UTC', day: 5_000_000, month: 100_000_000, reserve: 0.25 },
      prices: {
        read: 5_000,
        mention: 1_000,
        direct: 10_000,
        post: 15_000,
        link: 200_000,
        reply: 10_000,
        delete: 10_000,
      },
      listen: { hashtags: true, searches: [] },
    },
    facebook: { allowance: { unit: 'units', zone: 'UTC', day: null, month: null, reserve: 0 } },
    youtube: { allowance: { unit: 'units', zone: 'America/Los_Angeles', day: 10_000, month: null, reserve: 0.25 } },
  },
  media: { hosts: ['images.example.org'] },
  care: {},
  autoAnswer: { text: { nl: 'Morgen lezen we je bericht.', en: 'We read your message tomorrow.' } },
  replies: { hold: 10 * SECOND, claim: 30 * MINUTE, reopenDays: 30, initials: '^' },
}

const limits: Limits = {
  max: 280,
  maxDirect: 10_000,
  measure: (text) => [...text].length,
  posts: true,
  retract: true,
  images: 4,
  imagesDirect: 1,
  refusedPictures: [],
  autoAnswer: true,
  directWindow: 24 * HOUR,
  visibility: 30 * SECOND,
  authoritative: true,
  likes: true,
  moderation: [],
  parts: 1,
}

const facts = (changed: Partial<Limits> = {}): NetworkFacts => ({
  account: 'schatkamer',
  live: false,
  limits: { ...limits, ...changed },
})

export const networks: ReadonlyMap<NetworkName, NetworkFacts> = new Map([
  ['x', facts()],
  ['facebook', facts({ max: 8_000 })],
  ['youtube', facts({ max: 10_000, retract: false, likes: false })],
])
