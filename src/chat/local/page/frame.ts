import { html } from 'hono/html'
import { SECOND } from '../../../model/clock.ts'
import { deskPageWording } from '../../../wording/desk-page.ts'
import { listOf } from './list.ts'
import { sideOf } from './side.ts'
import { threadOf } from './thread.ts'
import type { Html, Language, View } from './view.ts'

/** Longer than this without asking for events, and the station counts as away. */
const AWAY = 60 * SECOND

export type At = 'channels' | 'list' | 'thread'

/** The whole page; on a phone one column of it at a time. */
export function frameOf(view: View, at: At): Html {
  const { language, say, channel, me } = view
  return documentOf(
    `#${channel.name}`,
    language,
    html`<a class="skip" href="#conversations">${say.skip}</a>
    <div id="app" class="app" data-at="${at}" data-me="${me.id}" data-channel="${channel.name}">
      ${bannersOf(view)}
      <div class="columns">${sideOf(view)}<main>${listOf(view)}${threadOf(view)}</main></div>
    </div>
    <dialog id="sheet" aria-labelledby="sheet-title"></dialog>
    <dialog id="keys" aria-labelledby="keys-title"><div class="sheet"><h2 id="keys-title">${say.keys}</h2><dl class="keys">${say.keysAre.map(
      ([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`,
    )}</dl><div class="acts"><button type="button" class="button" data-cancel>${say.close}</button></div></div></dialog>
    <div id="trouble" role="alert" hidden></div><div id="offline" role="status" data-text="${say.offline}" hidden></div>`,
  )
}

/** A document around a body; everything that it loads comes from here. */
export const documentOf = (title: string, language: Language, body: Html): Html => html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="htmx-config" content='{"includeIndicatorCSS":false,"defaultSettleDelay":0,"extensions":"keep-open"}'>
  <title>${title} · Schatkamer</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/desk/assets/desk.css">
  <script src="/desk/assets/htmx.js" defer></script>
  <script type="module" src="/desk/assets/desk.js"></script>
</head>
<body hx-boost:inherited='{"target":"#app","select":"#app","swap":"outerMorph"}'>
  ${body}
</body>
</html>`

function bannersOf({ premises, say, parts, channel }: View): Html {
  const named = (live: boolean) => premises.networks.filter((it) => it.live === live).map((it) => it.name)
  const listed = (names: string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${say.and} ${names.at(-1)}`
  const live = named(true)
  const sandbox = named(false)
  const { asked } = parts.station
  const away = asked === null || parts.clock.steady() - asked > AWAY
  return html`<header class="banners"><h1 class="said">Schatkamer · #${channel.name}</h1>
    ${live.length > 0 ? html`<p class="world live" role="note"><strong>LIVE</strong> ${say.live(listed(live))}</p>` : ''}
    ${sandbox.length > 0 ? html`<p class="world" role="note"><strong>SANDBOX</strong> ${say.sandbox(listed(sandbox))}</p>` : ''}
    ${away ? html`<p class="away" role="status">${say.away}</p>` : ''}
  </header>`
}

/** Choosing who you are. */
export function whoOf(people: { id: string; name: string; roles: string[] }[], language: Language): Html {
  const say = deskPageWording(language)
  return documentOf(
    say.who,
    language,
    html`<main class="who" id="app"><p class="station">Schatkamer</p><h1>${say.who}</h1>
    ${
      people.length === 0
        ? html`<p class="lead">${say.whoNobody}</p>`
        : html`<p class="lead">${say.whoLead}</p><form method="post" action="/desk/who" hx-boost="false"><ul>${people.map(
            (it) =>
              html`<li><button name="member" value="${it.id}"><b>${it.name}</b><span>${it.roles.map((role) => say.roles[role] ?? role).join(', ')}</span></button></li>`,
          )}</ul></form>`
    }</main>`,
  )
}
