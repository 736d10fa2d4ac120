import { bilingual } from './bilingual.ts'

/** Why a page or call that exists on this machine only was refused. */
export const loopbackWording = bilingual({
  nl: {
    'not-here': () => 'Dit is alleen te bereiken op de computer waarop het station draait.',
    forwarded: () =>
      'Dit is niet te bereiken via een proxy, alleen rechtstreeks op de computer waarop het station draait.',
    'foreign-host': () => 'Open dit met 127.0.0.1 of localhost in het adres.',
    'foreign-origin': () => 'Een andere website mag dit niet namens jou doen.',
  },
  en: {
    'not-here': () => 'This can be reached only on the computer that runs the station.',
    forwarded: () => 'This cannot be reached through a proxy, only directly on the computer that runs the station.',
    'foreign-host': () => 'Open this with 127.0.0.1 or localhost in the address.',
    'foreign-origin': () => 'Another website may not do this on your behalf.',
  },
})
