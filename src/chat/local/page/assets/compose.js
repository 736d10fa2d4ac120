import { refresh } from './live.js'

const kept = (place) => `desk:${place}`

export function startComposing() {
  document.addEventListener('input', ({ target }) => {
    const form = target.closest('.composer')
    if (!form) return
    if (target.closest('.image')) return requireBoth(target.closest('.image'))
    grow(target)
    sessionStorage.setItem(kept(form.dataset.place), target.value)
    offer(form)
  })
  document.addEventListener('keydown', onKey, true)
  // What is folded away cannot be pointed at.
  document.addEventListener('invalid', ({ target }) => target.closest('details')?.setAttribute('open', ''), true)
  document.addEventListener('click', ({ target }) => {
    const option = target.closest('.options [role=option]')
    if (option) take(option)
  })
  document.addEventListener('focusout', ({ target }) => {
    const form = target.closest('.composer')
    if (form) setTimeout(() => form.contains(document.activeElement) || hide(form), 120)
  })
  document.addEventListener('htmx:after:request', ({ target, detail }) => {
    const form = target.closest?.('.composer')
    if (!form || !detail.ctx.response?.raw?.ok) return
    sessionStorage.removeItem(kept(form.dataset.place))
    const text = form.querySelector('textarea')
    text.value = ''
    grow(text)
    clearImage(form)
    hide(form)
    refresh(0)
  })
  document.addEventListener('htmx:after:swap', restore)
  restore()
}

/** Gives every composer back what was typed in its place and not sent. */
function restore() {
  for (const form of document.querySelectorAll('.composer')) {
    if (form.shownFor === form.dataset.place) continue
    form.shownFor = form.dataset.place
    const text = form.querySelector('textarea')
    text.value = sessionStorage.getItem(kept(form.dataset.place)) ?? ''
    grow(text)
  }
}

function requireBoth(image) {
  const fields = [...image.querySelectorAll('input')]
  const wanted = fields.some((field) => field.value.trim() !== '')
  for (const field of fields) field.required = wanted
}

function clearImage(form) {
  const image = form.querySelector('.image')
  if (!image) return
  for (const field of image.querySelectorAll('input')) field.value = ''
  requireBoth(image)
  image.open = false
}

/** As high as what is in it, where the browser does not do that by itself. */
function grow(text) {
  if (!CSS.supports('field-sizing', 'content')) text.rows = Math.min(8, text.value.split('\n').length)
}

function onKey(event) {
  const form = event.target.closest('.composer')
  if (!form || event.target.tagName !== 'TEXTAREA') return
  const list = form.querySelector('.options')
  const options = [...list.querySelectorAll('[role=option]:not([hidden])')]
  const open = !list.hidden && options.length > 0
  const at = options.findIndex((option) => option.ariaSelected === 'true')
  if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const step = event.key === 'ArrowDown' ? 1 : -1
    select(form, options, (at + step + options.length) % options.length)
  } else if (open && (event.key === 'Tab' || (event.key === 'Enter' && !isWhole(form, options[at])))) take(options[at])
  else if (open && event.key === 'Escape') hide(form)
  else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) form.requestSubmit()
  else return
  event.preventDefault()
  event.stopPropagation()
}

const isWhole = (form, option) =>
  option === undefined || form.querySelector('textarea').value.trim().startsWith(option.dataset.value.trim())

/** Offers what begins with the word under the cursor; in the channel only what begins the whole text. */
function offer(form) {
  const text = form.querySelector('textarea')
  const before = text.value.slice(0, text.selectionStart)
  const word = /(^|\s)([/@][^\s]*|@schatkamer [^\s]*)$/.exec(before)?.[2] ?? ''
  const command = word.startsWith('/') || word.startsWith('@schatkamer ')
  const fits = word !== '' && (!command || before.trimStart() === word)
  const list = form.querySelector('.options')
  const options = [...list.querySelectorAll('[role=option]')]
  for (const [index, option] of options.entries()) {
    option.id ||= `${list.id}-${index}`
    option.hidden = !fits || !option.dataset.value.toLowerCase().startsWith(word.toLowerCase())
  }
  const offered = options.filter((option) => !option.hidden)
  list.hidden = offered.length === 0
  form.completing = word
  if (offered.length > 0) select(form, offered, 0)
  else hide(form)
}

function select(form, options, at) {
  for (const option of form.querySelectorAll('[role=option]')) option.ariaSelected = 'false'
  options[at].ariaSelected = 'true'
  options[at].scrollIntoView({ block: 'nearest' })
  form.querySelector('textarea').setAttribute('aria-activedescendant', options[at].id)
}

function take(option) {
  const form = option.closest('.composer')
  const text = form.querySelector('textarea')
  const before = text.value.slice(0, text.selectionStart - form.completing.length)
  const after = text.value.slice(text.selectionStart)
  text.value = `${before}${option.dataset.value}${after}`
  text.selectionStart = before.length + option.dataset.value.length
  text.selectionEnd = text.selectionStart
  text.focus()
  sessionStorage.setItem(kept(form.dataset.place), text.value)
  hide(form)
}

function hide(form) {
  form.querySelector('.options').hidden = true
  form.querySelector('textarea').removeAttribute('aria-activedescendant')
}
