import type { Context } from 'hono'
import type { Language } from '../model/station.ts'

const isLanguage = (text: string | undefined): text is Language => text === 'nl' || text === 'en'

/** The language that a request asks for: `?lang=`, else the browser's first choice, else `otherwise`. */
export function preferred(c: Context, otherwise: Language): Language {
  const asked = c.req.query('lang')
  if (isLanguage(asked)) return asked
  const browser = c.req.header('accept-language')?.slice(0, 2).toLowerCase()
  return isLanguage(browser) ? browser : otherwise
}
