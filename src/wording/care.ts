import { CARE_KINDS, type CareKind, isUrgent } from '../model/care.ts'
import { bilingual } from './bilingual.ts'
import type { Facts, Sentences } from './notices.ts'

/** A word list never knows: each is said as what may be. */
const kinds: Record<'nl' | 'en', Record<CareKind, string>> = {
  nl: {
    child: 'mogelijk een kind in gevaar',
    despair: 'mogelijk wanhoop of zelfdoding',
    threat: 'mogelijk een bedreiging',
    complaint: 'klacht',
  },
  en: {
    child: 'possibly a child at risk',
    despair: 'possibly despair or suicide',
    threat: 'possibly a threat',
    complaint: 'complaint',
  },
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const named = (language: 'nl' | 'en', all: readonly CareKind[]): string =>
  all.map((kind) => kinds[language][kind]).join(' · ')

/** `despair, threat`, as history and notices hold it, in words. */
export const careText = (language: 'nl' | 'en', said: string | number | undefined): string => {
  const all = String(said).split(', ')
  return named(
    language,
    CARE_KINDS.filter((kind) => all.includes(kind)),
  )
}

/** What stands above a card that needs a person first, and above a complaint. */
export const careLabels = bilingual({
  nl: {
    label: (all: readonly CareKind[]) => capital(named('nl', all)),
    short: (all: readonly CareKind[]) => named('nl', all),
    warned: (names: string[]) => `Gewaarschuwd: ${names.join(', ')}.`,
    noAutoAnswer: 'Er gaat geen automatisch antwoord uit.',
    clear: (all: readonly CareKind[]): string => (all.some(isUrgent) ? 'Geen zorg nodig' : 'Geen klacht'),
  },
  en: {
    label: (all: readonly CareKind[]) => capital(named('en', all)),
    short: (all: readonly CareKind[]) => named('en', all),
    warned: (names: string[]) => `Warned: ${names.join(', ')}.`,
    noAutoAnswer: 'No automatic answer goes out.',
    clear: (all: readonly CareKind[]): string => (all.some(isUrgent) ? 'No care needed' : 'No complaint'),
  },
})

/** What the station says when a word list marks a conversation, and when a person takes the mark off. */
export const careNotices = bilingual<Sentences>({
  nl: {
    'care-alarm': ({ kinds: found, number, network, channel }: Facts) =>
      `${capital(careText('nl', found))}: gesprek #${number} op ${network}, in #${channel}. Kijk nu; wat te doen staat boven aan de kaart.`,
    'care-warned': ({ who }: Facts) => `Hier is eerst een mens nodig. Gewaarschuwd: ${who}.`,
    'care-cleared': ({ who, kinds: found }: Facts) =>
      `${who} keek ernaar en haalde de markering weg: ${careText('nl', found)}.`,
  },
  en: {
    'care-alarm': ({ kinds: found, number, network, channel }: Facts) =>
      `${capital(careText('en', found))}: conversation #${number} on ${network}, in #${channel}. Look now; what to do stands at the top of the card.`,
    'care-warned': ({ who }: Facts) => `A person has to look here first. Warned: ${who}.`,
    'care-cleared': ({ who, kinds: found }: Facts) =>
      `${who} looked at it and took the mark off: ${careText('en', found)}.`,
  },
})
