import { startComposing } from './compose.js'
import { startKeys } from './keys.js'
import { startLive } from './live.js'
import { startSheets } from './sheets.js'

// What a person has opened stays open when the page is refreshed under it.
window.htmx.registerExtension('keep-open', {
  htmx_before_morph_attr: (element, { attrName }) => !(element.tagName === 'DETAILS' && attrName === 'open'),
})

startLive()
startKeys()
startComposing()
startSheets()
