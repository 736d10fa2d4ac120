import { bilingual } from './bilingual.ts'
import type { Facts, Sentences } from './notices.ts'
import { troubleText } from './trouble.ts'

/** What the team reads about a chat platform that needs a person's hand, and when it does not any more. */
export const platformTroubleNotices = bilingual<Sentences>({
  nl: {
    'chat-trouble': (facts) => `${sentence('nl', facts)} (sinds ${facts.from})`,
    'chat-mended': (facts) =>
      `Weer in orde: het duurde van ${facts.from} tot ${facts.to}. Het was: ${sentence('nl', facts)}`,
  },
  en: {
    'chat-trouble': (facts) => `${sentence('en', facts)} (since ${facts.from})`,
    'chat-mended': (facts) => `Mended: it lasted from ${facts.from} to ${facts.to}. It was: ${sentence('en', facts)}`,
  },
})

function sentence(language: 'nl' | 'en', { code = '', from: _from, to: _to, ...facts }: Facts): string {
  const said = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
  return troubleText(language, { code: String(code), facts: said })
}
