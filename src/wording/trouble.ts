import type { Language } from '../model/station.ts'
import { bilingual } from './bilingual.ts'

type Facts = Readonly<Record<string, string>>

/** What is the matter with a platform, and what a person does about it; the keys are the codes of `Trouble`. */
const sentences = bilingual({
  nl: {
    'slack-token': ({ error }: Facts) =>
      `Slack weigert SLACK_BOT_TOKEN${because(error)}. Kopieer het opnieuw van https://api.slack.com/apps > Install App naar .env en start het station opnieuw. Wat wacht, gaat daarna uit.`,
    'slack-app-token': ({ error }: Facts) =>
      `Slack weigert SLACK_APP_TOKEN${because(error)}. Maak er een op https://api.slack.com/apps > Basic Information > App-Level Tokens, met connections:write, en kijk of Socket Mode aanstaat. Zet het in .env en start het station opnieuw. Wat wacht, komt daarna.`,
    'slack-scope': ({ scope }: Facts) =>
      `De app mag in Slack niet wat het station nodig heeft: ${scope} ontbreekt. Draai npm run slack:manifest, plak de uitkomst op https://api.slack.com/apps onder App Manifest, en kies Install App > Reinstall to Workspace.`,
    'slack-unreachable': ({ reason }: Facts) =>
      untrusted('nl', reason) ??
      `Slack is niet te bereiken${because(reason)}. Kijk of deze computer bij https://slack.com kan; staat er een proxy tussen, zet die dan in HTTPS_PROXY. Het station probeert het vanzelf opnieuw.`,
    'slack-proxy': ({ reason }: Facts) =>
      untrusted('nl', reason) ??
      `De proxy uit HTTPS_PROXY laat het station niet bij Slack${because(reason)}. Kijk het adres, de naam en het wachtwoord na, of vraag de beheerder om slack.com en wss-primary.slack.com door te laten.`,
    'slack-socket': ({ reason }: Facts) =>
      `De lijn met Slack (Socket Mode) komt niet tot stand${because(reason)}. Kijk of Socket Mode aanstaat op https://api.slack.com/apps > Socket Mode. Het station probeert het vanzelf opnieuw.`,
    'slack-signature': () =>
      'Er kwam een bericht binnen dat van Slack zegt te zijn, maar de handtekening klopt niet; het is geweigerd. Komt Slack zelf er niet door, kijk dan SLACK_SIGNING_SECRET na (Basic Information > App Credentials) en de klok van deze computer.',
    'slack-invite': ({ channel }: Facts) =>
      `De app is niet uitgenodigd in ${channel}. Typ in elk van deze kanalen /invite @schatkamer.`,
    'slack-archived': ({ channel }: Facts) =>
      `In Slack is ${channel} gearchiveerd. Haal het terug (kanaalnaam > Instellingen), en typ er /invite @schatkamer.`,
    'slack-channel': ({ channel, error }: Facts) =>
      `Het kanaal ${channel} kon niet worden gemaakt${because(error)}. Maak het zelf, en typ er /invite @schatkamer.`,
    'slack-people': ({ error }: Facts) =>
      `Slack zegt niet wie in welke gebruikersgroep zit${because(error)}; zolang dat zo is, kan niemand versturen. npm run doctor zegt wat eraan te doen is.`,
    other: ({ code }: Facts) => `Er is iets met de chat (${code}). npm run doctor zegt wat eraan te doen is.`,
  },
  en: {
    'slack-token': ({ error }: Facts) =>
      `Slack refuses SLACK_BOT_TOKEN${because(error)}. Copy it again from https://api.slack.com/apps > Install App into .env and start the station again. What waits goes out then.`,
    'slack-app-token': ({ error }: Facts) =>
      `Slack refuses SLACK_APP_TOKEN${because(error)}. Make one at https://api.slack.com/apps > Basic Information > App-Level Tokens, with connections:write, and see whether Socket Mode is on. Put it in .env and start the station again. What waits comes in then.`,
    'slack-scope': ({ scope }: Facts) =>
      `In Slack the app may not do what the station needs: ${scope} is missing. Run npm run slack:manifest, paste what it prints at https://api.slack.com/apps under App Manifest, and choose Install App > Reinstall to Workspace.`,
    'slack-unreachable': ({ reason }: Facts) =>
      untrusted('en', reason) ??
      `Slack cannot be reached${because(reason)}. See whether this computer can open https://slack.com; where a proxy stands between, put it in HTTPS_PROXY. The station tries again by itself.`,
    'slack-proxy': ({ reason }: Facts) =>
      untrusted('en', reason) ??
      `The proxy in HTTPS_PROXY does not let the station reach Slack${because(reason)}. Check its address, name and password, or ask its administrator to let slack.com and wss-primary.slack.com through.`,
    'slack-socket': ({ reason }: Facts) =>
      `The line to Slack (Socket Mode) does not come up${because(reason)}. See whether Socket Mode is on at https://api.slack.com/apps > Socket Mode. The station tries again by itself.`,
    'slack-signature': () =>
      'A request came in that says it is from Slack, but its signature is wrong; it was refused. Where Slack itself does not get through, check SLACK_SIGNING_SECRET (Basic Information > App Credentials) and the clock of this computer.',
    'slack-invite': ({ channel }: Facts) =>
      `The app is not invited to ${channel}. Type /invite @schatkamer in each of these channels.`,
    'slack-archived': ({ channel }: Facts) =>
      `In Slack ${channel} is archived. Bring it back (channel name > Settings), and type /invite @schatkamer in it.`,
    'slack-channel': ({ channel, error }: Facts) =>
      `The channel ${channel} could not be made${because(error)}. Make it yourself, and type /invite @schatkamer in it.`,
    'slack-people': ({ error }: Facts) =>
      `Slack does not say who is in which user group${because(error)}; as long as that is so, nobody can send. npm run doctor says what to do.`,
    other: ({ code }: Facts) => `Something is the matter with the chat (${code}). npm run doctor says what to do.`,
  },
})

/** The sentence of a trouble: what it is and what to do. For a code that has none, that there is something. */
export function troubleText(language: Language, { code, facts = {} }: { code: string; facts?: Facts }): string {
  const all: Record<string, (facts: Facts) => string> = sentences(language)
  return (Object.hasOwn(all, code) ? all[code] : undefined)?.(facts) ?? sentences(language).other({ code })
}

const mended = bilingual({
  nl: { was: (sentence: string) => `Hersteld. Het was: ${sentence}` },
  en: { was: (sentence: string) => `Mended. It was: ${sentence}` },
})

/** The sentence for when it is over. */
export const mendedText = (language: Language, trouble: { code: string; facts?: Facts }): string =>
  mended(language).was(troubleText(language, trouble))

/** Node's codes for a certificate of somebody whom this machine does not know, as a network that looks into lines has. */
const UNKNOWN_ISSUER = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

const certificate = bilingual({
  nl: {
    unknown: (reason: string) =>
      `Wat uit naam van Slack antwoordt, heeft een certificaat dat deze computer niet vertrouwt (${reason}). Gebruikt jullie netwerk een eigen certificaat, vraag de beheerder dan om het bestand en noem het voor het commando: NODE_EXTRA_CA_CERTS=/pad/naar/certificaat.pem npm start. In .env komt het te laat.`,
  },
  en: {
    unknown: (reason: string) =>
      `What answers for Slack has a certificate that this computer does not trust (${reason}). Where your network has a certificate of its own, ask its administrator for the file and name it before the command: NODE_EXTRA_CA_CERTS=/path/to/certificate.pem npm start. In .env it comes too late.`,
  },
})

/** Null where the certificate is not what is the matter. */
function untrusted(language: Language, reason: string | undefined): string | null {
  return reason !== undefined && UNKNOWN_ISSUER.has(reason) ? certificate(language).unknown(reason) : null
}

/** What a platform gave as its reason, in brackets; it is a code or a sentence of the line's, never a secret. */
function because(reason: string | undefined): string {
  return reason ? ` (${reason})` : ''
}
