import { bilingual } from './bilingual.ts'
import type { Sentences } from './notices.ts'

/** What the alarms say about reading the networks, and when it goes well again. */
export const inboundNotices = bilingual<Sentences>({
  nl: {
    'poll-failed': ({ network, why }) => {
      if (why === 'auth')
        return `${network} laat ons niet meer lezen: onze toegang geldt niet meer. De beheerder draait npm run doctor; dat noemt wat er vernieuwd moet worden. Daarna komt alles binnen wat intussen geschreven is.`
      if (why === 'account')
        return `${network} wordt niet gelezen: onze toegang hoort bij een ander account dan dat van het station. De beheerder moet de toegang of het account in station.yaml verbeteren; npm run doctor zegt welk account het is.`
      if (why === 'permission')
        return `${network} laat ons niet alles lezen: onze toegang mist een recht. De beheerder draait npm run doctor; dat noemt wat er verbeterd moet worden. Daarna komt alles binnen wat intussen geschreven is.`
      return `We kunnen ${network} op dit moment niet lezen. We proberen het vanzelf opnieuw; er gaat niets verloren.`
    },
    'poll-back': ({ network }) => `${network} is weer te lezen; wat intussen binnenkwam volgt.`,
    gap: ({ network, from, to }) =>
      `Wat tussen ${from} en ${to} op ${network} geschreven is, geeft ${network} niet meer; dat stuk kunnen we niet lezen. Kijk zelf op ${network} of daar iemand op antwoord wacht.`,
    'set-aside': ({ network, id }) =>
      `Een bericht op ${network} (${id}) kon door een fout in het programma niet worden verwerkt. Het is bewaard; kijk zelf op ${network} of de lezer antwoord nodig heeft, en waarschuw de beheerder.`,
    'hook-aside': ({ network }) =>
      `${network} stuurde ons iets dat het programma niet kan lezen. Het is bewaard; kijk zelf op ${network} of er iets nieuws staat dat hier ontbreekt, en waarschuw de beheerder.`,
  },
  en: {
    'poll-failed': ({ network, why }) => {
      if (why === 'auth')
        return `${network} no longer lets us read: our access is not valid any more. The administrator runs npm run doctor, which names what must be renewed; then all that was written meanwhile comes in.`
      if (why === 'account')
        return `${network} is not read: our access belongs to another account than the station's. The administrator must mend the access, or the account in station.yaml; npm run doctor says which account it is.`
      if (why === 'permission')
        return `${network} does not let us read everything: our access lacks a permission. The administrator runs npm run doctor, which names what must be mended; then all that was written meanwhile comes in.`
      return `We cannot read ${network} at this moment. We try again by ourselves; nothing is lost.`
    },
    'poll-back': ({ network }) => `${network} can be read again; what came in meanwhile follows.`,
    gap: ({ network, from, to }) =>
      `What was written on ${network} between ${from} and ${to} is no longer given by ${network}; we cannot read that stretch. Look on ${network} whether somebody waits for an answer there.`,
    'set-aside': ({ network, id }) =>
      `A message on ${network} (${id}) could not be taken in because of a fault in the program. It is kept; look on ${network} whether the reader needs an answer, and warn the administrator.`,
    'hook-aside': ({ network }) =>
      `${network} sent us something that the program cannot read. It is kept; look on ${network} whether there is something new that is missing here, and warn the administrator.`,
  },
})
