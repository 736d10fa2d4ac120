const typing = (element) => element.closest('textarea, input, select, [contenteditable]') !== null

export function startKeys() {
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-keys]')) document.getElementById('keys').showModal()
  })
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]')) return
    if (event.key === 'Escape') return stepBack(event)
    if (typing(event.target)) return
    const act = KEYS[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
}

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  c: () => (document.querySelector('.thread textarea') ?? document.querySelector('.list textarea'))?.focus(),
  '/': () => {
    const text = document.querySelector('.list textarea')
    if (!text) return
    text.focus()
    if (text.value === '') {
      text.value = '/'
      text.dispatchEvent(new Event('input', { bubbles: true }))
    }
  },
  '?': () => document.getElementById('keys').showModal(),
}

/** Moves from conversation to conversation; Enter then follows the link that has the focus. */
function walk(step) {
  const ways = [...document.querySelectorAll('.way')]
  const current = ways.indexOf(document.activeElement.closest('.way'))
  const open = ways.findIndex((way) => way.hasAttribute('aria-current'))
  const from = current === -1 ? open : current
  const next = ways[Math.min(Math.max(from + step, 0), ways.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function stepBack(event) {
  const menu = document.querySelector('details.overflow[open]')
  if (menu) {
    menu.open = false
    return
  }
  if (typing(event.target)) return event.target.blur()
  document.querySelector('[data-close]')?.click()
}
