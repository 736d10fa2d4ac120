import { refresh } from './live.js'

const TROUBLE = 8_000
let counting = null
let told = null

export function startSheets() {
  const sheet = document.getElementById('sheet')
  if (!sheet) return
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (detail.ctx.target !== sheet || sheet.open || sheet.childElementCount === 0) return
    for (const menu of document.querySelectorAll('details.overflow[open]')) menu.open = false
    sheet.showModal()
    sheet.querySelector('textarea, select, input:not([type=hidden])')?.focus()
  })
  sheet.addEventListener('close', () => sheet.replaceChildren())
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-cancel]') || target.tagName === 'DIALOG') target.closest('dialog').close()
    if (!target.closest('details.overflow'))
      for (const menu of document.querySelectorAll('details.overflow[open]')) menu.open = false
  })
  document.addEventListener('htmx:after:request', ({ target, detail }) => {
    if (detail.ctx.request.method === 'GET' || !detail.ctx.response?.raw?.ok) return
    if (target.matches?.('[data-sheet]')) sheet.close()
    refresh(0)
  })
  sheet.addEventListener('input', ({ target }) => {
    const output = sheet.querySelector(`output[for="${target.id}"]`)
    if (!output) return
    clearTimeout(counting)
    counting = setTimeout(() => count(target, output), 120)
  })
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit()
  })
  document.addEventListener('trouble', ({ detail }) => complain(detail.text))
}

/** Asks the server for the length as the network counts it, and says how much is too much. */
async function count(field, output) {
  const { network, max, suffix } = output.dataset
  const body = new URLSearchParams({ network, text: field.value + suffix })
  const answer = await fetch('/desk/page/length', { method: 'POST', body })
  if (!answer.ok) return
  const { length } = await answer.json()
  const over = length - Number(max)
  output.classList.toggle('over', over > 0)
  output.textContent = `${length}/${max}${over > 0 ? ` · ${output.dataset.over.replace('0', over)}` : ''}`
}

function complain(text) {
  const trouble = document.getElementById('trouble')
  trouble.textContent = text
  trouble.hidden = false
  clearTimeout(told)
  told = setTimeout(() => {
    trouble.hidden = true
  }, TROUBLE)
}
