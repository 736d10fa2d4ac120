import { html } from 'hono/html'
import { NETWORK_LABEL, NETWORKS } from '../../../model/network.ts'
import { plainName, type Tab, type View } from './view.ts'

type Html = ReturnType<typeof html>

/** The page around the timeline and the composer. */
export function frameOf(view: View, timeline: Html, composer: Html) {
  const { say, tab, language, href } = view
  const heading = headingOf(view)
  const refreshed = { network: tab, lang: language, ...(view.only !== null && { only: view.only }) }
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="htmx-config" content='{"includeIndicatorCSS":false,"defaultSettleDelay":0,"history":false}'>
  <title>${heading} · Schatkamer</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/audience/style.css">
  <script src="/audience/htmx.js" defer></script>
</head>
<body>
  <a class="skip" href="#timeline">${say.skip}</a>
  <header>
    <p class="sandbox"><strong>${say.sandbox}</strong> <span>${say.sandboxMeans}</span></p>
    <div class="masthead">
      <div><h1>${say.title}</h1><p>${say.lead}</p></div>
      <a class="language" href="${href('/audience', { lang: language === 'nl' ? 'en' : 'nl' })}" lang="${language === 'nl' ? 'en' : 'nl'}">${say.otherLanguage}</a>
    </div>
  </header>
  <nav class="tabs" aria-label="${say.networks}">${TABS.map((name) => tabOf(name, view))}</nav>
  <div class="columns">
    <main>
      <a class="primary to-composer" href="#composer">${say.write}</a>
      <h2 class="heading">${heading}</h2>
      ${view.only === null ? '' : html`<p><a href="${href('/audience')}">${say.backToAll}</a></p>`}
      <div id="timeline" tabindex="-1" hx-get="/audience/timeline?${new URLSearchParams(refreshed)}" hx-include="#as" hx-trigger="every 3s, said from:body" hx-swap="innerMorph">${timeline}</div>
    </main>
    <aside class="desk" aria-label="${say.write}">${composer}</aside>
  </div>
</body>
</html>`
}

const TABS: readonly Tab[] = ['all', ...NETWORKS, 'private']

function labelOf(tab: Tab, { say }: View): string {
  if (tab === 'all') return say.all
  return tab === 'private' ? say.private : NETWORK_LABEL[tab]
}

const tabOf = (tab: Tab, view: View) =>
  html`<a class="${tab}" href="${view.href('/audience', { network: tab })}" ${tab === view.tab && view.only === null ? 'aria-current=page' : ''}>${labelOf(tab, view)}</a>`

function headingOf(view: View): string {
  const { say, tab } = view
  if (view.only !== null) return say.oneConversation
  if (tab === 'private') return say.privateOf(plainName(view.as))
  return tab === 'all' ? say.timeline : say.timelineOf(NETWORK_LABEL[tab])
}
