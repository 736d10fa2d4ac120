import type { AppNode, PageNode, PersonNode } from '../types.ts'
import type { Shape } from './node.ts'

/** @see https://developers.facebook.com/docs/graph-api/reference/page */
export const PAGE: Shape<PageNode> = {
  title: 'Page',
  defaults: ['name'],
  fields: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    username: ({ username }) => username || undefined,
    link: ({ id }) => `https://www.facebook.com/${id}`,
    category: () => 'Library',
    is_published: () => true,
    access_token: (_, { call }) => (call.token.kind === 'page' ? call.token.token : undefined),
  },
}

/** Who wrote to us. @see https://developers.facebook.com/docs/messenger-platform/identity/user-profile */
export const PERSON: Shape<PersonNode> = {
  title: 'User',
  defaults: ['first_name', 'last_name'],
  fields: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    first_name: ({ name }) => name.split(' ')[0],
    last_name: ({ name }) => name.split(' ').slice(1).join(' ') || undefined,
    profile_pic: ({ id }) => `https://platform-lookaside.fbsbx.com/platform/profilepic/?psid=${id}`,
  },
}

export const APP: Shape<AppNode> = {
  title: 'Application',
  defaults: ['name'],
  fields: { id: ({ id }) => id, name: ({ name }) => name, link: () => 'https://station.example.nl/' },
}
