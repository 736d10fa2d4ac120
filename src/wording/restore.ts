import { bilingual } from './bilingual.ts'

/** What `npm run backup` and `npm run restore` say. */
export const restoreWording = bilingual({
  nl: {
    missing: (file: string) => `${file} bestaat niet.`,
    exists: (file: string) => `${file} bestaat al en is niet overschreven. Noem een andere naam.`,
    empty: (file: string) => `${file} is leeg: het is geen back-up van dit programma.`,
    damaged: (file: string, why: string) => `${file} is geen gave database (${why}). Gebruik een andere back-up.`,
    backedUp: (file: string, size: string) => `Back-up gemaakt en nagekeken: ${file} (${size})`,
    question: (file: string, backup: string) =>
      `${file} wordt vervangen door ${backup}; wat er nu in staat blijft ernaast bewaard. Doorgaan? [j/N] `,
    yes: /^(j|ja|y|yes)$/i,
    unconfirmed: () => 'Niets gedaan. Met --yes wordt er niets gevraagd.',
    itself: (file: string) => `${file} is de database zelf, geen back-up.`,
    asking: (pid: number) => `Het station draait (proces ${pid}); het zet de back-up zelf terug en gaat dan verder.`,
    silent: (why: string) =>
      `Het station draait, maar zette de back-up niet terug (${why}). Er is niets veranderd; stop het station en probeer het opnieuw.`,
    away: (seconds: number) =>
      `Het station nam de back-up aan, maar was na ${seconds} seconden nog niet terug. Kijk in zijn logboek; wat er stond is naast de database bewaard als .before-restore.`,
    restored: (file: string, backup: string) => `${backup} staat nu op de plaats van ${file}.`,
    kept: (file: string) => `Wat er stond is bewaard als ${file}.`,
    aside: (it: { replies: number; posts: number; chat: number; questions: number }) =>
      `Er gaat niets uit voordat het is opgezocht: ${it.replies} antwoorden en berichten, ${it.chat} regels in de chat. Voor een mens: ${it.posts} geplande berichten waarvan het moment voorbij is. ${it.questions} concepten die nog op Versturen wachtten zijn binnen gehouden.`,
    usage: {
      backup: 'Maakt een back-up van de database, ook van een station dat draait.',
      backupFile: 'waar de back-up komt; zonder: backups/schatkamer-<tijd>.db naast de database',
      restore: 'Zet een back-up terug, ook op een station dat draait.',
      restoreFile: 'de back-up',
      sure: 'niets vragen',
    },
  },
  en: {
    missing: (file: string) => `${file} does not exist.`,
    exists: (file: string) => `${file} exists already and was not overwritten. Give another name.`,
    empty: (file: string) => `${file} is empty: it is no backup of this program.`,
    damaged: (file: string, why: string) => `${file} is no sound database (${why}). Use another backup.`,
    backedUp: (file: string, size: string) => `Backed up and checked: ${file} (${size})`,
    question: (file: string, backup: string) =>
      `${file} will be replaced by ${backup}; what is in it now is kept beside it. Go on? [y/N] `,
    yes: /^(j|ja|y|yes)$/i,
    unconfirmed: () => 'Nothing was done. With --yes nothing is asked.',
    itself: (file: string) => `${file} is the database itself, not a backup.`,
    asking: (pid: number) => `The station runs (process ${pid}); it puts the backup back itself and then goes on.`,
    silent: (why: string) =>
      `The station runs, but did not put the backup back (${why}). Nothing was changed; stop the station and try again.`,
    away: (seconds: number) =>
      `The station took the backup, but was not back after ${seconds} seconds. Look in its log; what stood there is kept beside the database as .before-restore.`,
    restored: (file: string, backup: string) => `${backup} now stands in the place of ${file}.`,
    kept: (file: string) => `What stood there is kept as ${file}.`,
    aside: (it: { replies: number; posts: number; chat: number; questions: number }) =>
      `Nothing goes out before it was looked up: ${it.replies} replies and posts, ${it.chat} lines in the chat. For a person: ${it.posts} planned posts whose moment has passed. ${it.questions} drafts that still waited for Send were kept inside.`,
    usage: {
      backup: 'Backs up the database, of a station that runs as well.',
      backupFile: 'where the backup goes; without it: backups/schatkamer-<time>.db beside the database',
      restore: 'Puts a backup back, on a station that runs as well.',
      restoreFile: 'the backup',
      sure: 'ask nothing',
    },
  },
})
