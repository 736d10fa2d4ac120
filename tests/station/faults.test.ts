import { expect, test } from 'vitest'
import { changed, faultsOf, LISTENING, MORNING, STATION } from './files.ts'

const station = (from: string, to: string) => ({ station: changed(STATION, from, to) })
const morning = (from: string, to: string) => ({ morning: changed(MORNING, from, to) })
const listening = (from: string, to: string) => ({ listening: changed(LISTENING, from, to) })

test('the two programmes load as they are', () => {
  expect(faultsOf({})).toEqual([])
})

test.each([
  [
    'a time that does not exist',
    morning('from: 07:00', 'from: 25:00'),
    'programmes/ochtendblad.yaml:9: slots[0].from: found "25:00"; allowed is a time HH:mm from 00:00 to 24:00',
  ],
  [
    'a slot that ends before it begins',
    listening('to: 11:00', 'to: 08:00'),
    'programmes/luisterkamer.yaml:9: slots[0].to: found "08:00"; allowed is a time HH:mm later than from',
  ],
  [
    'two programmes at one time',
    listening('from: 09:00', 'from: 08:00'),
    'programmes/luisterkamer.yaml:9: slots[0].from: found "08:00–11:00 (De Luisterkamer)"; ' +
      'allowed is a free place; Ochtendblad already stands there from 07:00 to 09:00 (Monday, Tuesday)',
  ],
  [
    'a slot outside the opening hours',
    listening('to: 11:00', 'to: 24:00'),
    'programmes/luisterkamer.yaml:9: slots[0].from: found "09:00–24:00"; ' +
      'allowed is within the opening hours: Monday 07:00–23:00',
  ],
  [
    'a key that is nearly right',
    morning('hashtags:', 'hastags:'),
    'programmes/ochtendblad.yaml:6: hastags: found "hastags"; allowed is one of the keys id, name, topic, description, ' +
      'channel, hashtags, topicWords, hosts, slots, threads, grace, entries. Did you mean "hashtags"?',
  ],
  [
    'a key far from any',
    station('channels:', 'wallpaper: blue\nchannels:'),
    'station.yaml:7: wallpaper: found "wallpaper"; allowed is one of the keys name, zone, language, address, season, ' +
      'hours, silences, accounts, programmes, channels, libraries, members, partners, labels, snippets, slack, networks, media, autoAnswer, care, replies',
  ],
  [
    'a host whom nobody knows',
    morning('curator-deventer', 'curator-devneter'),
    'programmes/ochtendblad.yaml:7: hosts[0]: found "curator-devneter"; allowed is one of the members of ' +
      'station.yaml. Did you mean "curator-deventer"?',
  ],
  [
    'a library that nobody knows',
    station('library: deventer', 'library: zwolle'),
    'station.yaml:11: members[0].library: found "zwolle"; allowed is one of the libraries of station.yaml',
  ],
  [
    'a partner that nobody knows',
    station('partner: muziek', 'partner: muziekweb'),
    'station.yaml:12: members[1].partner: found "muziekweb"; allowed is one of the partners of station.yaml',
  ],
  [
    'an expert whom nobody knows',
    station('experts: [expert-muziek]', 'experts: [kenner]'),
    'station.yaml:14: partners[0].experts[0]: found "kenner"; allowed is one of the members of station.yaml',
  ],
  [
    'a role that does not exist',
    station('[curator]', '[curater]'),
    'station.yaml:11: members[0].roles[0]: found "curater"; ' +
      'allowed is one of curator, expert, coordinator, researcher, administrator',
  ],
  [
    'initials that two people have',
    station('initials: EM', 'initials: cd'),
    'station.yaml:12: members[1].initials: found "cd"; allowed is something that is not used yet; ' +
      'it also stands in station.yaml:11',
  ],
  [
    'a library that is there twice',
    station('name: Bibliotheek Deventer }', 'name: Deventer }\n  - { id: deventer, name: Nog eens }'),
    'station.yaml:10: libraries[1].id: found "deventer"; allowed is something that is not used yet; ' +
      'it also stands in station.yaml:9',
  ],
  [
    'a channel of two programmes',
    listening('channel: luisterkamer', 'channel: ochtendblad'),
    'programmes/ochtendblad.yaml:5: channel: found "ochtendblad"; allowed is something that is not used yet; ' +
      'it also stands in programmes/luisterkamer.yaml:5',
  ],
  [
    'a channel that is the night channel',
    listening('channel: luisterkamer', 'channel: nachtkanaal'),
    'programmes/luisterkamer.yaml:5: channel: found "nachtkanaal"; allowed is something that is not used yet; ' +
      'it also stands in station.yaml:7',
  ],
  [
    'a hashtag of two programmes, whatever its capitals',
    listening('#Luisterkamer', '#OCHTENDBLAD'),
    'programmes/ochtendblad.yaml:6: hashtags[0]: found "#Ochtendblad"; allowed is something that is not used yet; ' +
      'it also stands in programmes/luisterkamer.yaml:6',
  ],
  [
    'a hashtag without its #',
    morning("'#Ochtendblad'", 'Ochtendblad'),
    'programmes/ochtendblad.yaml:6: hashtags[0]: found "Ochtendblad"; allowed is a # followed by letters, digits or _, ' +
      "in quotes: '#Ochtendblad'. Put # before it, in quotes; without quotes # begins a comment.",
  ],
  [
    'an id with capitals',
    listening('id: luisterkamer', 'id: Luisterkamer'),
    'programmes/luisterkamer.yaml:1: id: found "Luisterkamer"; ' +
      'allowed is an id of small letters, digits and hyphens, such as curator-delft',
  ],
  [
    'a day that does not exist',
    listening('[mon, tue]', '[mon, dinsdag]'),
    'programmes/luisterkamer.yaml:9: slots[0].days: found ["mon","dinsdag"]; ' +
      'allowed is daily, weekdays, weekend, or a list of mon, tue, wed, thu, fri, sat, sun',
  ],
  [
    'a key that is missing',
    morning('topic: literatuur\n', ''),
    'programmes/ochtendblad.yaml:1: topic: found nothing; allowed is a name of 1 to 80 characters on one line',
  ],
  [
    'a missing key of an item, shown at the item',
    station('{ id: deventer, name: Bibliotheek Deventer }', '{ id: deventer }'),
    'station.yaml:9: libraries[0].name: found nothing; allowed is a name of 1 to 80 characters on one line',
  ],
  [
    'a list without a line',
    morning('[curator-deventer]', '[]'),
    'programmes/ochtendblad.yaml:7: hosts: found []; allowed is a list with at least one line',
  ],
  [
    'a zone that does not exist',
    station('Europe/Amsterdam', 'Europe/Deventer'),
    'station.yaml:2: zone: found "Europe/Deventer"; allowed is a time zone such as Europe/Amsterdam',
  ],
  [
    'a season that starts on a Tuesday',
    station('first-start', '2027-01-12'),
    'station.yaml:3: season.start: found "2027-01-12"; allowed is a Monday as YYYY-MM-DD, or first-start',
  ],
  [
    'a season of no weeks',
    station('weeks: 24', 'weeks: 0'),
    'station.yaml:3: season.weeks: found 0; allowed is a whole number from 1',
  ],
  [
    'a silence that ends before it begins',
    station('accounts:', 'silences: [{ from: 2027-05-04T20:00, to: 2027-05-04T19:00, reason: x }]\naccounts:'),
    'station.yaml:6: silences[0].to: found "2027-05-04T19:00"; allowed is a moment later than from',
  ],
  [
    'a folder without programmes',
    station('channels:', 'programmes: nowhere\nchannels:'),
    'station.yaml:7: programmes: found "nowhere"; allowed is a folder with at least one programme (*.yaml)',
  ],
])('%s is named with file, line, key, what was found and what is allowed', (_what, files, expected) => {
  expect(faultsOf(files)).toEqual([expected])
})

test('all faults of all files are reported at once, by file and line', () => {
  const places = faultsOf({
    station: changed(changed(STATION, 'weeks: 24', 'weeks: many'), 'initials: CD', 'initials: 12'),
    morning: changed(changed(MORNING, '07:00', '7:00'), '[curator-deventer]', '[nobody]'),
    listening: changed(LISTENING, 'name:', 'title:'),
  }).map((line) => line.split(': found')[0])
  expect(places).toEqual([
    'programmes/luisterkamer.yaml:1: name',
    'programmes/luisterkamer.yaml:2: title',
    'programmes/ochtendblad.yaml:7: hosts[0]',
    'programmes/ochtendblad.yaml:9: slots[0].from',
    'station.yaml:3: season.weeks',
    'station.yaml:11: members[0].initials',
  ])
})

test('a faulty item does not make its neighbours or those who refer to it look wrong', () => {
  const spoiled = changed(
    STATION,
    'name: Curator Deventer, roles: [curator], library: deventer',
    'name: "", roles: [curator]',
  )
  expect(
    faultsOf({ station: changed(spoiled, 'partner: muziek', 'partner: zang') }).map((l) => l.split(':')[2]),
  ).toEqual([' members[0].name', ' members[1].partner'])
})

test('the faults are in Dutch where that is asked', () => {
  expect(faultsOf(morning('from: 07:00', 'from: 25:00'), { language: 'nl' })).toEqual([
    'programmes/ochtendblad.yaml:9: slots[0].from: gevonden "25:00"; toegestaan is een tijd HH:mm van 00:00 tot en met 24:00',
  ])
})

test('what was found is shown cut and without characters that turn the line around', () => {
  const [line] = faultsOf(listening('id: luisterkamer', `id: "\\u202Eevil${'x'.repeat(500)}"`))
  expect(line).toContain('found "\\u202eevilxxx')
  expect(line!.length).toBeLessThan(250)
})
