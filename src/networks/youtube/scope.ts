import { z } from 'zod'
import type { Library } from './library.ts'
import { SCOPE } from './settings.ts'

const INFO = z.object({ scopes: z.array(z.string()) })

/** Whether the consent holds what is needed; null where Google does not say. Asks oauth2.googleapis.com, for no units. */
export async function hasScope(oauth: Library['oauth']): Promise<boolean | null> {
  const token = oauth.credentials.access_token
  if (!token) return null
  try {
    const info = INFO.safeParse(await oauth.getTokenInfo(token))
    return info.success ? info.data.scopes.includes(SCOPE) : null
  } catch {
    // Its error holds the token.
    return null
  }
}
