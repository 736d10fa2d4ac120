const CALM = 180
const MINUTE = 60_000

let due = null
let lines = null
let line = null

/** Asks the server for the page again, a moment from now; several wishes become one. */
export function refresh(wait = CALM) {
  if (due !== null) return
  due = setTimeout(async () => {
    due = null
    // A page that nobody sees has read nothing, and a form must not change under somebody's hands.
    if (document.hidden || document.querySelector('dialog[open]')) return
    await window.htmx.ajax('GET', location.href, { target: '#app', select: '#app', swap: 'outerMorph' })
  }, wait)
}

export function startLive() {
  listen()
  document.addEventListener('visibilitychange', () => document.hidden || refresh(0))
  document.addEventListener('close', () => refresh(0), true)
  document.addEventListener('htmx:before:swap', stayHere)
  document.addEventListener('htmx:after:swap', () => {
    listen()
    settle()
  })
  settle()
  setInterval(refresh, MINUTE)
}

/** Somebody may have gone on to another place while a refresh was on its way: it must not take them back. */
function stayHere(event) {
  const { sourceElement, request } = event.detail.ctx
  if (sourceElement !== document.body) return
  const asked = new URL(request.action, location.href)
  if (asked.pathname + asked.search === location.pathname + location.search) return
  event.preventDefault()
  refresh(0)
}

/** One line for as long as the same person sits here. */
function listen() {
  const me = document.getElementById('app')?.dataset.me
  if (!me || lines === me) return
  lines = me
  line?.close()
  line = new EventSource(`/desk/events?as=${encodeURIComponent(me)}`)
  for (const kind of ['thread', 'channel', 'private']) line.addEventListener(kind, () => refresh())
  const offline = document.getElementById('offline')
  line.addEventListener('error', () => {
    offline.textContent = offline.dataset.text
    offline.hidden = false
  })
  line.addEventListener('open', () => {
    offline.hidden = true
    refresh()
  })
}

const told = new Map()

/** Shows what was told last from its beginning; where somebody scrolls back afterwards is left alone. */
function showFromStart(tray) {
  const answers = [...tray.querySelectorAll('.private')]
  const { event } = answers.at(-1).dataset
  const first = answers.find((it) => it.dataset.event === event)
  const key = `${event} ${first.id}`
  if (key === told.get(tray.ariaLabel)) return
  told.set(tray.ariaLabel, key)
  tray.scrollTop += first.getBoundingClientRect().top - tray.querySelector('.only').getBoundingClientRect().bottom
}

let shown = null
let last = null
let height = 0

/** Keeps the newest message of the open thread in sight, also above a private answer, unless somebody reads further up. */
function settle() {
  const thread = document.querySelector('[data-thread]')?.dataset.thread
  const scroll = document.getElementById('messages')
  const newest = scroll?.querySelector('.messages > :last-child')?.id
  if (scroll && (thread !== shown || newest !== last || scroll.clientHeight < height)) {
    const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 400
    if (thread !== shown || near) scroll.scrollTop = scroll.scrollHeight
  }
  for (const tray of document.querySelectorAll('.tray:not([hidden])')) showFromStart(tray)
  shown = thread
  last = newest
  height = scroll?.clientHeight ?? 0
}
