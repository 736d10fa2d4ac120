import { bilingual } from './bilingual.ts'

/** What the two channels are for that belong to no programme. */
export const channelTopics = bilingual({
  nl: {
    night: 'Wat buiten de zendtijd binnenkomt en nergens anders hoort; de ochtend begint hier.',
    alarms: 'Wat de hele zender aangaat: storingen, pauzes, en gesprekken die hun eigen kanaal niet vonden.',
  },
  en: {
    night: 'What comes in outside the hours on air and belongs nowhere else; the morning begins here.',
    alarms: 'What concerns the whole station: faults, pauses, and conversations that did not find their channel.',
  },
})
