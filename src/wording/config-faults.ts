import { bilingual } from './bilingual.ts'

/** What the settings may hold. They are read before any station is known, so that a caller has to choose a language. */
export const configFaultWording = bilingual({
  nl: {
    fault: (variable: string, found: string, allowed: string, fix: string) =>
      `${variable}: gevonden ${found}; toegestaan is ${allowed}. ${fix}`,
    allowed: {
      PORT: 'een poort van 0 tot en met 65535 (0: elke vrije poort)',
      HOST: 'een naam of IP-adres om op te luisteren, zonder http:// en zonder poort',
      DATABASE_URL: 'file: met een pad erachter, zoals file:data/schatkamer.db',
      STATION: 'een pad naar een .yaml-bestand, zoals schedules/station.yaml',
      LOG_LEVEL: 'een van trace, debug, info, warn, error, fatal, silent',
      LOG_FORMAT: 'json of readable',
      SANDBOX_URL: 'http:// of https:// op deze machine, zoals http://127.0.0.1:3001, zonder pad',
      DESK_URL: 'http:// of https:// op deze machine, zoals http://127.0.0.1:3002, zonder pad',
    },
    fix: (variable: string) => `Verbeter ${variable} of laat het weg; .env.example legt het uit.`,
  },
  en: {
    fault: (variable: string, found: string, allowed: string, fix: string) =>
      `${variable}: found ${found}; allowed is ${allowed}. ${fix}`,
    allowed: {
      PORT: 'a port from 0 to 65535 (0: any free port)',
      HOST: 'a name or IP address to listen on, without http:// and without a port',
      DATABASE_URL: 'file: followed by a path, such as file:data/schatkamer.db',
      STATION: 'the path of a .yaml file, such as schedules/station.yaml',
      LOG_LEVEL: 'one of trace, debug, info, warn, error, fatal, silent',
      LOG_FORMAT: 'json or readable',
      SANDBOX_URL: 'http:// or https:// on this machine, such as http://127.0.0.1:3001, without a path',
      DESK_URL: 'http:// or https:// on this machine, such as http://127.0.0.1:3002, without a path',
    },
    fix: (variable: string) => `Correct ${variable} or leave it out; .env.example explains it.`,
  },
})
