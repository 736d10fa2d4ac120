import type { Call, Unchecked } from '../call.ts'
import type { Graph } from '../graph.ts'
import { oauth, wrongParam } from '../refusal.ts'

/** @see https://developers.facebook.com/docs/graph-api/reference/debug_token */
export function debugToken({ tokens }: Graph, call: Call): object {
  const input = call.params.input_token
  if (input === undefined) throw wrongParam('The parameter input_token is required')
  const { app } = tokens
  if (input.startsWith(`${app.id}|`)) {
    return { data: { app_id: app.id, type: 'APP', application: app.name, is_valid: true, scopes: [] } }
  }
  const known = tokens.known(input)
  if (!known) {
    return {
      data: {
        error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
        is_valid: false,
        scopes: [],
      },
    }
  }
  const state = tokens.stateOf(known)
  const scopes = [...known.permissions]
  const {
    message,
    code,
    error_subcode: subcode,
  } = state === 'valid' ? ({} as { message?: string; code?: number; error_subcode?: number }) : tokens.dead(state).error
  return {
    data: {
      app_id: app.id,
      type: 'PAGE',
      application: app.name,
      data_access_expires_at: 0,
      ...(state === 'valid' ? {} : { error: { code, message, subcode } }),
      expires_at: Math.floor(known.expires / 1_000),
      is_valid: state === 'valid',
      profile_id: known.page.id,
      scopes: state === 'valid' ? scopes : [],
      granular_scopes: state === 'valid' ? scopes.map((scope) => ({ scope, target_ids: [known.page.id] })) : [],
      user_id: '122000000000000001',
    },
  }
}

/** @see https://developers.facebook.com/docs/facebook-login/guides/access-tokens#generating-an-app-access-token */
export function giveToken({ tokens }: Graph, { params }: Unchecked): object {
  const { client_id: id, client_secret: secret, grant_type: grant } = params
  if (id !== tokens.app.id) {
    throw oauth(101, 'Error validating application. Cannot get application info due to a system error.')
  }
  if (secret !== tokens.app.secret) throw oauth(1, 'Error validating client secret.')
  if (grant !== 'client_credentials') throw wrongParam('Missing redirect_uri parameter.')
  return { access_token: tokens.give(), token_type: 'bearer' }
}
