import { bilingual } from './bilingual.ts'

/** What the app says of itself in Slack, and what `npm run slack:manifest` says. */
export const manifestWords = bilingual({
  nl: {
    description: 'De redactie van het station: wat lezers schrijven staat in draden, en wat jij antwoordt gaat terug.',
    longDescription: (help: string) =>
      `Schatkamer brengt wat lezers schrijven op X, Facebook en YouTube naar het kanaal van het programma waar het bij hoort: elk gesprek is één draad. Wat je in een draad typt, blijft binnen tot je op Versturen drukt; daarna kun je het nog even terugnemen. De kaart boven de draad zegt wat er openbaar is. Wie wat mag, staat in de gebruikersgroepen van Slack. Typ ${help}, of @schatkamer help in een draad.`,
    shortcut: 'Beantwoorden',
    shortcutDescription: 'Beantwoord dit bericht van een lezer in het openbaar',
    usage: 'Drukt het manifest van de Slack-app af, om op https://api.slack.com/apps te plakken.',
    http: 'het https-adres waarop Slack dit station bereikt; zonder: Socket Mode, die geen adres nodig heeft',
    prefix: 'wat er voor de naam van elk commando staat; zonder: SLACK_COMMAND_PREFIX',
    yaml: 'als YAML in plaats van JSON',
    notHttps: (found: string) =>
      `--http is "${found}"; toegestaan is een https-adres zonder vraagteken of #, zoals https://zender.voorbeeld.nl`,
    notPrefix: (found: string) =>
      `--prefix is "${found}"; toegestaan zijn kleine letters, cijfers en streepjes, hooguit 19`,
  },
  en: {
    description: "The station's newsroom: what readers write stands in threads, and what you answer goes back to them.",
    longDescription: (help: string) =>
      `Schatkamer brings what readers write on X, Facebook and YouTube to the channel of the programme that it belongs to: each conversation is one thread. What you type in a thread stays inside until you press Send; after that you can take it back for a moment. The card above the thread says what is public. Who may do what stands in the user groups of Slack. Type ${help}, or @schatkamer help in a thread.`,
    shortcut: 'Reply in public',
    shortcutDescription: 'Answer this message of a reader in public',
    usage: 'Prints the manifest of the Slack app, to be pasted at https://api.slack.com/apps.',
    http: 'the https address at which Slack reaches this station; without it: Socket Mode, which needs no address',
    prefix: 'what stands before the name of each command; without it: SLACK_COMMAND_PREFIX',
    yaml: 'as YAML instead of JSON',
    notHttps: (found: string) =>
      `--http is "${found}"; allowed is an https address without a question mark or #, such as https://station.example.nl`,
    notPrefix: (found: string) => `--prefix is "${found}"; allowed are small letters, digits and hyphens, at most 19`,
  },
})
