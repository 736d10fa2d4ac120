import { bilingual } from './bilingual.ts'

interface Fault {
  network: string
  variable: string
  why: 'wrong' | 'expired' | 'permission' | 'account' | 'unreachable' | 'unclear'
  detail: string | null
}

const X_KEYS = {
  nl: 'Ga naar https://console.x.com > je app > Keys and tokens',
  en: 'Go to https://console.x.com > your app > Keys and tokens',
}
const META = {
  nl: 'Ga naar https://developers.facebook.com/apps > je app > App settings > Basic',
  en: 'Go to https://developers.facebook.com/apps > your app > App settings > Basic',
}
const GOOGLE = {
  nl: 'Ga naar https://console.cloud.google.com > APIs & Services > Credentials > je client',
  en: 'Go to https://console.cloud.google.com > APIs & Services > Credentials > your client',
}

/** Where each setting is mended. */
const REPAIRS: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    X_API_KEY: `${X_KEYS.nl} > Consumer Keys en neem X_API_KEY en X_API_SECRET samen over.`,
    X_API_SECRET: `${X_KEYS.nl} > Consumer Keys en neem X_API_KEY en X_API_SECRET samen over.`,
    X_ACCESS_TOKEN: `${X_KEYS.nl} > Access Token and Secret > Regenerate en neem beide over. Zet daarvoor bij User authentication settings "Read and write and Direct message" aan.`,
    X_ACCESS_SECRET: `${X_KEYS.nl} > Access Token and Secret > Regenerate en neem beide over.`,
    FACEBOOK_APP_ID: `${META.nl} en neem App ID over.`,
    FACEBOOK_APP_SECRET: `${META.nl} > App Secret > Show en neem het over.`,
    FACEBOOK_PAGE_ID: 'Kijk op de pagina onder Info > Paginatransparantie en neem de pagina-ID over.',
    FACEBOOK_PAGE_TOKEN:
      'Maak op https://developers.facebook.com/tools/explorer een User Token met alle rechten die .env.example noemt, verleng het, vraag daarmee me/accounts op en neem het access_token van je pagina over.',
    FACEBOOK_VERIFY_TOKEN: 'Zet bij je app onder Webhooks > Page hetzelfde woord.',
    FACEBOOK_GRAPH_VERSION:
      'Kies een versie die nog werkt: https://developers.facebook.com/docs/graph-api/changelog noemt ze.',
    YOUTUBE_CLIENT_ID: `${GOOGLE.nl} en neem de Client ID over.`,
    YOUTUBE_CLIENT_SECRET: `${GOOGLE.nl} en neem het Client secret over, of maak een nieuw.`,
    YOUTUBE_REFRESH_TOKEN:
      'Maak op https://developers.google.com/oauthplayground een nieuw Refresh token, met je eigen client en de scope youtube.force-ssl, als eigenaar van het kanaal; .env.example zegt hoe.',
    account:
      'Verbeter accounts in station.yaml, of maak de toegang opnieuw terwijl je met het juiste account bent ingelogd.',
  },
  en: {
    X_API_KEY: `${X_KEYS.en} > Consumer Keys and copy X_API_KEY and X_API_SECRET together.`,
    X_API_SECRET: `${X_KEYS.en} > Consumer Keys and copy X_API_KEY and X_API_SECRET together.`,
    X_ACCESS_TOKEN: `${X_KEYS.en} > Access Token and Secret > Regenerate and copy both. Before that, choose "Read and write and Direct message" under User authentication settings.`,
    X_ACCESS_SECRET: `${X_KEYS.en} > Access Token and Secret > Regenerate and copy both.`,
    FACEBOOK_APP_ID: `${META.en} and copy App ID.`,
    FACEBOOK_APP_SECRET: `${META.en} > App Secret > Show and copy it.`,
    FACEBOOK_PAGE_ID: 'Look on the page under About > Page transparency and copy the Page ID.',
    FACEBOOK_PAGE_TOKEN:
      'Make a User Token with every permission that .env.example names at https://developers.facebook.com/tools/explorer, extend it, ask for me/accounts with it and copy the access_token of your page.',
    FACEBOOK_VERIFY_TOKEN: 'Give the same word in your app under Webhooks > Page.',
    FACEBOOK_GRAPH_VERSION:
      'Choose a version that still works: https://developers.facebook.com/docs/graph-api/changelog names them.',
    YOUTUBE_CLIENT_ID: `${GOOGLE.en} and copy the Client ID.`,
    YOUTUBE_CLIENT_SECRET: `${GOOGLE.en} and copy the Client secret, or make a new one.`,
    YOUTUBE_REFRESH_TOKEN:
      'Make a new Refresh token at https://developers.google.com/oauthplayground, with your own client and the scope youtube.force-ssl, as the owner of the channel; .env.example says how.',
    account:
      'Correct accounts in station.yaml, or make the access anew while you are signed in with the right account.',
  },
}

const plus = (detail: string | null): string => (detail ? ` (${detail})` : '')

/** What is wrong with our access to a network and how to mend it: one setting, one repair. */
export const accessWords = bilingual({
  nl: {
    fault({ network, variable, why, detail }: Fault): string {
      const repair = REPAIRS.nl[variable] ?? ''
      switch (why) {
        case 'wrong':
          return `${variable} klopt niet: ${network} kent het niet${plus(detail)}. ${repair}`
        case 'expired':
          return `${variable} werkt niet meer: het is verlopen of ingetrokken${plus(detail)}. ${repair}`
        case 'permission':
          return `${variable} mag te weinig; wat ontbreekt: ${detail ?? 'onbekend'}. ${repair}`
        case 'account':
          return `${variable} hoort bij ${detail ?? 'een ander account'}, niet bij het account van station.yaml. ${repair}`
        case 'unreachable':
          return `${network} is niet te bereiken${plus(detail)}. Kijk naar de internetverbinding en, als die er is, HTTPS_PROXY.`
        case 'unclear':
          return `${network} gaf een antwoord over ${variable} dat hier niets zegt${plus(detail)}. Probeer het later opnieuw.`
        default:
          return why satisfies never
      }
    },
    well: (network: string, account: string | null) =>
      `${network}: de toegang klopt${account ? ` en hoort bij ${account}` : ''}.`,
    until: (network: string, day: string) => `${network}: de toegang geldt tot ${day}.`,
    sandbox: (networks: string[]) =>
      `${networks.join(', ')}: gespeeld door het proefnetwerk (/audience). Met sleutels in .env wordt het echt.`,
    hook: (network: string, address: string) =>
      `${network} kan dit station aanroepen op ${address}, als dat adres via https van buiten te bereiken is.`,
  },
  en: {
    fault({ network, variable, why, detail }: Fault): string {
      const repair = REPAIRS.en[variable] ?? ''
      switch (why) {
        case 'wrong':
          return `${variable} is not right: ${network} does not know it${plus(detail)}. ${repair}`
        case 'expired':
          return `${variable} works no longer: it has expired or was withdrawn${plus(detail)}. ${repair}`
        case 'permission':
          return `${variable} may do too little; what is missing: ${detail ?? 'unknown'}. ${repair}`
        case 'account':
          return `${variable} belongs to ${detail ?? 'another account'}, not to the account of station.yaml. ${repair}`
        case 'unreachable':
          return `${network} cannot be reached${plus(detail)}. Look at the line to the internet and, where there is one, at HTTPS_PROXY.`
        case 'unclear':
          return `${network} gave an answer about ${variable} that says nothing here${plus(detail)}. Try again later.`
        default:
          return why satisfies never
      }
    },
    well: (network: string, account: string | null) =>
      `${network}: the access is right${account ? ` and belongs to ${account}` : ''}.`,
    until: (network: string, day: string) => `${network}: the access holds until ${day}.`,
    sandbox: (networks: string[]) =>
      `${networks.join(', ')}: played by the sandbox (/audience). With keys in .env it becomes real.`,
    hook: (network: string, address: string) =>
      `${network} can call this station at ${address}, if that address can be reached from outside over https.`,
  },
})
