import type { ActionsBlock, KnownBlock, RichTextElement } from '@slack/types'

/** A message as somebody sees it in Slack. */
export interface Shown {
  blocks: readonly KnownBlock[]
  at: string
  /** Further down in a thread. */
  reply?: boolean
}

/** A page that shows messages much as Slack's client does, so that a person can look at what was drawn. */
export const pictureOf = (channel: string, messages: readonly Shown[]): string =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>#${escaped(channel)}</title><style>${STYLE}</style>
<main><h1># ${escaped(channel)}</h1>${messages.map(messageOf).join('')}</main></html>`

const messageOf = ({ blocks, at, reply }: Shown): string =>
  `<article class="${reply ? 'reply' : ''}"><div class="face">S</div><div class="body"><p class="top"><b>Schatkamer</b> <span class="app">APP</span> <time>${escaped(at)}</time></p>${blocks.map(blockOf).join('')}</div></article>`

function blockOf(block: KnownBlock): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements
        .map((part) => {
          if (part.type === 'rich_text_list')
            return `<ul>${part.elements.map((it) => `<li>${it.elements.map(wordOf).join('')}</li>`).join('')}</ul>`
          const words = part.elements.map(wordOf).join('')
          return part.type === 'rich_text_quote' ? `<blockquote>${words}</blockquote>` : `<p>${words}</p>`
        })
        .join('')
    case 'context':
      return `<p class="context">${block.elements.map((it) => ('text' in it ? escaped(it.text) : '')).join(' ')}</p>`
    case 'actions':
      return `<div class="actions">${block.elements.map(pressable).join('')}</div>`
    case 'divider':
      return '<hr>'
    default:
      return `<p class="unknown">${block.type}</p>`
  }
}

function wordOf(element: RichTextElement): string {
  switch (element.type) {
    case 'text': {
      const { bold, italic, strike, code } = element.style ?? {}
      const tags = [bold ? 'b' : '', italic ? 'i' : '', strike ? 's' : '', code ? 'code' : ''].filter((it) => it !== '')
      return tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, escaped(element.text))
    }
    case 'link':
      return `<a href="${escaped(element.url)}">${escaped(element.text ?? element.url)}</a>`
    case 'user':
      return `<span class="mention">@${escaped(element.user_id)}</span>`
    case 'usergroup':
      return `<span class="mention">@${escaped(element.usergroup_id)}</span>`
    default:
      return `<span class="unknown">${element.type}</span>`
  }
}

function pressable(element: ActionsBlock['elements'][number]): string {
  switch (element.type) {
    case 'button':
      return `<button class="${element.style ?? ''}">${escaped(element.text.text)}</button>`
    case 'overflow':
      return '<button class="more">•••</button>'
    case 'static_select':
      return `<button class="select">${escaped(element.placeholder?.text ?? '')} ▾</button>`
    default:
      return `<span class="unknown">${element.type}</span>`
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[it] ?? it)

/** Sizes and colours as Slack's light theme has them. */
const STYLE = `
body{margin:0;background:#fff;color:#1d1c1d;font:15px/1.46667 Lato,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:720px;padding:0 20px 24px}h1{font-size:18px;border-bottom:1px solid #ddd;margin:0 -20px 8px;padding:12px 20px}
article{display:flex;gap:8px;padding:8px 0}.reply{margin-left:44px}
.face{flex:0 0 36px;height:36px;border-radius:8px;background:#4a154b;color:#fff;font-weight:900;display:grid;place-items:center}
.body{min-width:0;flex:1}p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.top{line-height:1.2;margin-bottom:2px}
.app{background:#ddd;color:#616061;font-size:10px;font-weight:700;padding:1px 3px;border-radius:2px;vertical-align:1px}
time,.context{color:#616061;font-size:12px}.context{margin:6px 0 2px}
blockquote{margin:4px 0;padding-left:14px;border-left:4px solid #ddd;white-space:pre-wrap;overflow-wrap:anywhere}
a{color:#1264a3;text-decoration:none}.mention{background:#e8f5fa;color:#1264a3;border-radius:3px;padding:0 2px}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:6px}
button{font:700 13px/1 Lato,"Noto Sans","DejaVu Sans",sans-serif;padding:7px 12px;border:1px solid #bbb;border-radius:4px;background:#fff;color:#1d1c1d}
.primary{background:#007a5a;border-color:#007a5a;color:#fff}.danger{color:#e01e5a;border-color:#e01e5a}.select{color:#616061;font-weight:400;min-width:220px;text-align:left}
.unknown{color:#e01e5a}ul{margin:4px 0;padding-left:24px}`
