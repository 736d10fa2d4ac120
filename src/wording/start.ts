import { bilingual } from './bilingual.ts'

const asked = (token: string | null): string => (token === null ? '' : `?token=${token}`)

/** What the person who starts the station reads in the terminal. */
export const startWords = bilingual({
  nl: {
    onAir: (address: string, token: string | null) =>
      `De zender is in de lucht: ${address}/desk${asked(token)} (de redactie) en ${address}/audience (het publiek). Stoppen: Ctrl+C.`,
    onAirInSlack: (address: string) =>
      `De zender is in de lucht: de redactie in Slack, het publiek op ${address}/audience. Stoppen: Ctrl+C.`,
    portTaken: (port: number) =>
      `Poort ${port} is al in gebruik. Stop het programma dat daar draait, of kies een andere: PORT=${port + 1} npm start`,
    portRefused: (port: number) =>
      `Poort ${port} mag deze gebruiker niet openen. Kies er een boven 1023: PORT=3000 npm start`,
    hostUnknown: (host: string) =>
      `HOST is "${host}", maar dat adres heeft deze computer niet. Laat HOST weg (127.0.0.1) of geef een eigen adres.`,
    bug: (stack: string) => `De zender kon niet starten door een fout in het programma:\n${stack}`,
  },
  en: {
    onAir: (address: string, token: string | null) =>
      `The station is on the air: ${address}/desk${asked(token)} (the newsroom) and ${address}/audience (the public). Stop with Ctrl+C.`,
    onAirInSlack: (address: string) =>
      `The station is on the air: the newsroom in Slack, the public at ${address}/audience. Stop with Ctrl+C.`,
    portTaken: (port: number) =>
      `Port ${port} is in use already. Stop the program that runs there, or choose another: PORT=${port + 1} npm start`,
    portRefused: (port: number) => `This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`,
    hostUnknown: (host: string) =>
      `HOST is "${host}", but this computer does not have that address. Leave HOST out (127.0.0.1) or give one of its own.`,
    bug: (stack: string) => `The station could not start because of a fault in the program:\n${stack}`,
  },
})
