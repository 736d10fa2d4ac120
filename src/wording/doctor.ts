import { bilingual } from './bilingual.ts'

/** What `npm run doctor` says: a line for each thing it looked at, with what to do. */
export const doctorWords = bilingual({
  nl: {
    usage: 'Kijkt of alles wat het station nodig heeft er is, en zegt wat eraan te doen is. Verandert niets.',
    node: (version: string) => `Node ${version}`,
    oldNode: (version: string, least: string) => `Node ${version} is te oud. Installeer ${least} of nieuwer.`,
    settings: 'De instellingen kloppen.',
    rest: 'Wat daarna komt, is pas te zien als dit in orde is.',
    station: (name: string, programmes: number, file: string) => `${name}: ${programmes} programma's, uit ${file}`,
    noDatabase: (file: string) => `${file} is er nog niet; het station maakt die bij de eerste start.`,
    noFolder: (folder: string) =>
      `In ${folder} mag deze gebruiker niet schrijven. Geef er rechten op, of noem in DATABASE_URL een ander bestand.`,
    database: (file: string) => `${file} is gaaf.`,
    free: 'Er draait geen station op deze database.',
    held: (pid: number, address: string | null) =>
      `Er draait een station op deze database (proces ${pid}${address ? `, ${address}` : ''}).`,
    atDesk: 'Zonder SLACK_BOT_TOKEN werkt het team aan het bureau op deze computer (/desk).',
    reached: 'Slack is te bereiken.',
    reachedThrough: (proxy: string) => `Slack is te bereiken, via de proxy ${proxy}.`,
    busy: (seconds: number) => `Slack zegt dat het te druk is. Probeer het over ${seconds} seconden opnieuw.`,
    bot: (workspace: string, bot: string) => `SLACK_BOT_TOKEN hoort bij @${bot} in ${workspace}.`,
    scopes: 'De app mag alles wat het station nodig heeft.',
    scopesUnknown: 'Slack zegt niet wat de app mag.',
    appToken: 'SLACK_APP_TOKEN klopt en Socket Mode staat aan.',
    signing: (address: string) =>
      `Of SLACK_SIGNING_SECRET klopt, is pas te zien als Slack aanklopt. De Request URL's in Slack moeten uitkomen op ${address}`,
    inChannels: (names: string[]) => `De app is in ${names.join(', ')}.`,
    joins: (names: string[]) => `Bij de start gaat de app vanzelf in ${names.join(', ')}.`,
    makes: (names: string[], bot: string) =>
      `Bij de start maakt de app ${names.join(', ')}. Is een daarvan er al als privékanaal, typ daar dan eerst /invite @${bot}`,
    archived: (names: string[], bot: string) =>
      `Gearchiveerd: ${names.join(', ')}. Haal ze terug (kanaalnaam > Instellingen), of geef ze in de bestanden van het station een andere naam; typ er dan /invite @${bot}`,
    noChannels: (error: string) => `Slack geeft de kanalen niet (${error}).`,
    noGroupsAsked:
      'In station.yaml staan geen groepen (slack.groups): niemand mag iets. schedules/station.yaml laat zien hoe het moet.',
    groupsUnseen: 'Zonder usergroups:read zijn de gebruikersgroepen niet te zien, en zo mag niemand iets.',
    noGroups: (error: string) =>
      `Slack geeft de gebruikersgroepen niet (${error}): zo mag niemand iets. Gebruikersgroepen zijn er alleen in een betaalde workspace.`,
    group: (handle: string, count: number, gives: string) =>
      `@${handle} (${gives}): ${count === 1 ? 'één persoon' : `${count} personen`}`,
    groupEmpty: (handle: string, gives: string) =>
      `@${handle} (${gives}) is leeg. Zet er mensen in: in Slack onder Directories > User groups.`,
    groupMissing: (handle: string, gives: string) =>
      `@${handle} (${gives}) is er niet. Maak die groep in Slack onder Directories > User groups > Create user group, met ${handle} als handle, of haal die uit slack.groups in station.yaml.`,
    nobodySends:
      'Zo kan niemand een antwoord versturen: in geen groep met curator, coordinator of administrator zit iemand.',
    severalLibraries: (name: string, libraries: string[]) =>
      `${name} zit in de groepen van ${libraries.join(' en ')}; de eerste in station.yaml geldt.`,
    member: (member: string, handle: string) => `${member} wordt genoemd als ${handle}.`,
    memberUnknown: (member: string, handle: string) =>
      `${member}: ${handle} is in Slack geen gebruikersgroep en geen persoon. Verbeter members[].slack in station.yaml, of laat het weg.`,
    commands: (help: string) =>
      `Of een andere app dezelfde commando's heeft, laat Slack niet zien. Typ ${help}: komt het antwoord van een ander, kies dan een SLACK_COMMAND_PREFIX.`,
  },
  en: {
    usage: 'Looks whether everything that the station needs is there, and says what to do. Changes nothing.',
    node: (version: string) => `Node ${version}`,
    oldNode: (version: string, least: string) => `Node ${version} is too old. Install ${least} or newer.`,
    settings: 'The settings are right.',
    rest: 'What comes after this can be seen when this is in order.',
    station: (name: string, programmes: number, file: string) => `${name}: ${programmes} programmes, from ${file}`,
    noDatabase: (file: string) => `${file} is not there yet; the station makes it at its first start.`,
    noFolder: (folder: string) =>
      `This user may not write in ${folder}. Give the rights to it, or name another file in DATABASE_URL.`,
    database: (file: string) => `${file} is whole.`,
    free: 'No station runs on this database.',
    held: (pid: number, address: string | null) =>
      `A station runs on this database (process ${pid}${address ? `, ${address}` : ''}).`,
    atDesk: 'Without SLACK_BOT_TOKEN the team works at the desk on this machine (/desk).',
    reached: 'Slack can be reached.',
    reachedThrough: (proxy: string) => `Slack can be reached, through the proxy ${proxy}.`,
    busy: (seconds: number) => `Slack says that it is too busy. Try again in ${seconds} seconds.`,
    bot: (workspace: string, bot: string) => `SLACK_BOT_TOKEN belongs to @${bot} in ${workspace}.`,
    scopes: 'The app may do all that the station needs.',
    scopesUnknown: 'Slack does not say what the app may do.',
    appToken: 'SLACK_APP_TOKEN is right and Socket Mode is on.',
    signing: (address: string) =>
      `Whether SLACK_SIGNING_SECRET is right shows only when Slack calls. The Request URLs in Slack must lead to ${address}`,
    inChannels: (names: string[]) => `The app is in ${names.join(', ')}.`,
    joins: (names: string[]) => `At the start the app goes into ${names.join(', ')} by itself.`,
    makes: (names: string[], bot: string) =>
      `At the start the app makes ${names.join(', ')}. Where one of them is there already as a private channel, first type /invite @${bot} in it`,
    archived: (names: string[], bot: string) =>
      `Archived: ${names.join(', ')}. Bring them back (channel name > Settings), or give them another name in the station's files; then type /invite @${bot} in them`,
    noChannels: (error: string) => `Slack does not give the channels (${error}).`,
    noGroupsAsked:
      'There are no groups in station.yaml (slack.groups): nobody may do anything. schedules/station.yaml shows how.',
    groupsUnseen: 'Without usergroups:read the user groups cannot be seen, and like this nobody may do anything.',
    noGroups: (error: string) =>
      `Slack does not give the user groups (${error}): like this nobody may do anything. Only a paid workspace has user groups.`,
    group: (handle: string, count: number, gives: string) =>
      `@${handle} (${gives}): ${count === 1 ? 'one person' : `${count} people`}`,
    groupEmpty: (handle: string, gives: string) =>
      `@${handle} (${gives}) is empty. Put people in it: in Slack under Directories > User groups.`,
    groupMissing: (handle: string, gives: string) =>
      `@${handle} (${gives}) is not there. Make it in Slack under Directories > User groups > Create user group, with ${handle} as its handle, or take it out of slack.groups in station.yaml.`,
    nobodySends:
      'Like this nobody can send an answer: no group with curator, coordinator or administrator has anybody in it.',
    severalLibraries: (name: string, libraries: string[]) =>
      `${name} is in the groups of ${libraries.join(' and ')}; the first in station.yaml counts.`,
    member: (member: string, handle: string) => `${member} is mentioned as ${handle}.`,
    memberUnknown: (member: string, handle: string) =>
      `${member}: ${handle} is no user group and no person in Slack. Correct members[].slack in station.yaml, or leave it out.`,
    commands: (help: string) =>
      `Slack does not show whether another app has the same commands. Type ${help}: where somebody else answers, choose a SLACK_COMMAND_PREFIX.`,
  },
})

export type DoctorWords = ReturnType<typeof doctorWords>
