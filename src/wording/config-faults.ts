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
      SLACK_BOT_TOKEN: 'het Bot User OAuth Token van de app, dat begint met xoxb-',
      SLACK_APP_TOKEN: 'een App-Level Token van de app, dat begint met xapp-',
      SLACK_SIGNING_SECRET: 'het Signing Secret van de app: 32 tekens, 0-9 en a-f',
      SLACK_COMMAND_PREFIX: 'kleine letters, cijfers en streepjes, hooguit 19',
      HTTPS_PROXY: 'http:// of https:// met naam en poort, zoals http://proxy.voorbeeld.nl:3128',
      NO_PROXY: 'namen met komma’s ertussen',
    },
    slack: {
      nothing: 'niets',
      shape: (length: number, kind: string | null) => `${length} tekens${kind ? ` die beginnen met ${kind}` : ''}`,
      botToo: (beside: string) => `een Bot User OAuth Token naast ${beside}`,
      bot: 'Zet het erbij (xoxb-…), of haal alle instellingen van Slack weg; .env.example legt het uit.',
      oneWay: 'precies één van SLACK_APP_TOKEN (Socket Mode) en SLACK_SIGNING_SECRET (Slack roept de zender aan)',
      neither:
        'Bij SLACK_BOT_TOKEN hoort een weg naar binnen. Zonder openbaar adres: SLACK_APP_TOKEN; .env.example legt uit waar je het vindt.',
      beside: 'beide',
      both: 'Laat SLACK_SIGNING_SECRET weg als Socket Mode aanstaat in Slack, en anders SLACK_APP_TOKEN.',
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
      SLACK_BOT_TOKEN: "the app's Bot User OAuth Token, which begins with xoxb-",
      SLACK_APP_TOKEN: 'an App-Level Token of the app, which begins with xapp-',
      SLACK_SIGNING_SECRET: "the app's Signing Secret: 32 characters, 0-9 and a-f",
      SLACK_COMMAND_PREFIX: 'small letters, digits and hyphens, at most 19',
      HTTPS_PROXY: 'http:// or https:// with a name and a port, such as http://proxy.example.nl:3128',
      NO_PROXY: 'names with commas between them',
    },
    slack: {
      nothing: 'nothing',
      shape: (length: number, kind: string | null) => `${length} characters${kind ? ` beginning with ${kind}` : ''}`,
      botToo: (beside: string) => `a Bot User OAuth Token beside ${beside}`,
      bot: 'Add it (xoxb-…), or take away every setting of Slack; .env.example explains it.',
      oneWay: 'exactly one of SLACK_APP_TOKEN (Socket Mode) and SLACK_SIGNING_SECRET (Slack calls the station)',
      neither:
        'SLACK_BOT_TOKEN needs a way in. Without a public address: SLACK_APP_TOKEN; .env.example says where to find it.',
      beside: 'both',
      both: 'Leave SLACK_SIGNING_SECRET out where Socket Mode is on in Slack, and SLACK_APP_TOKEN otherwise.',
    },
    fix: (variable: string) => `Correct ${variable} or leave it out; .env.example explains it.`,
  },
})
