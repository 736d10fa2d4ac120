/** The page's only style sheet. What the station says is set in a book face, what people write in a plain one. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f5f1e8, #15130f);
  --card: light-dark(#fffdf9, #1e1b16);
  --ink: light-dark(#1f1b16, #f0eadf);
  --muted: light-dark(#655e52, #aea594);
  --line: light-dark(#dfd7c7, #37312a);
  --station: light-dark(#8a1f2d, #f0a3a3);
  --wash: light-dark(#f7ebe4, #2a1d1b);
  --x: light-dark(#26221d, #e8e1d4);
  --facebook: light-dark(#1d4f9c, #9dbff5);
  --youtube: light-dark(#a3231c, #ff9d94);
  --book: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "P052", "Book Antiqua", Georgia, serif;
  --plain: "Avenir Next", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", system-ui, sans-serif;
}
*, *::before, *::after { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--plain); -webkit-text-size-adjust: 100% }
a { color: inherit; text-underline-offset: .2em; text-decoration-thickness: 1px }
:focus-visible { outline: 2px solid var(--station); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; left: -100vw; background: var(--card); padding: .5rem 1rem; z-index: 2 }
.skip:focus { left: 1rem; top: .5rem }

.sandbox { margin: 0; padding: .5rem max(1.25rem, calc((100% - 65.5rem) / 2)); background: var(--ink); color: var(--paper); font-size: .8125rem; line-height: 1.4 }
.sandbox strong { letter-spacing: .14em; margin-right: .75em }
.masthead, .tabs, .columns { max-width: 68rem; margin-inline: auto; padding-inline: 1.25rem }
.masthead { display: flex; justify-content: space-between; align-items: start; gap: 1.5rem; padding-block: 1.6rem .8rem }
.masthead h1 { margin: 0; font: 500 clamp(2.1rem, 5vw, 2.75rem)/1.05 var(--book); letter-spacing: -.02em }
.masthead p { margin: .5rem 0 0; max-width: 46rem; color: var(--muted) }
.language { flex: none; font-size: .875rem; padding: .4rem 0 }

.tabs { display: flex; gap: 1.6rem; overflow-x: auto; scrollbar-width: none }
.tabs a { padding: .6rem 0 .7rem; text-decoration: none; color: var(--muted); border-bottom: 3px solid transparent; white-space: nowrap }
.tabs a:hover { color: var(--ink) }
.tabs a[aria-current] { color: var(--ink); border-color: var(--station); font-weight: 600 }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 3rem; padding-block: 1.4rem 5rem; border-top: 1px solid var(--line); position: relative; top: -1px }
.heading { margin: 0 0 1.25rem; font: 500 1.25rem/1.3 var(--book) }
#timeline { outline: none }

.branches, .answers, .exchange { list-style: none; margin: 0; padding: 0 }
.branch { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; margin-bottom: 1rem }
.answers { margin: .9rem 0 0 .2rem; padding-left: 1.1rem; border-left: 1px solid var(--line) }
.answers > li + li { margin-top: 1rem }
.message header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .65rem; font-size: .875rem; color: var(--muted) }
.author { color: var(--ink); font-weight: 600; text-decoration: none; unicode-bidi: isolate; overflow-wrap: anywhere }
a.author:hover { text-decoration: underline }
.network { font-size: .75rem; font-weight: 700; letter-spacing: .04em; color: var(--muted) }
.network.x { color: var(--x) } .network.facebook { color: var(--facebook) } .network.youtube { color: var(--youtube) }
.answers .network { display: none }
.moment { text-decoration: none; font-variant-numeric: tabular-nums }
.moment:hover { text-decoration: underline }
.text { margin: .25rem 0 .35rem; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 40rem; unicode-bidi: isolate }
.ours .text { font: 1.1875rem/1.5 var(--book) }
.ours .author { color: var(--station) }
.answers .ours, .exchange .ours { background: var(--wash); border-radius: 8px; padding: .75rem 1rem .6rem }
.answers .ours .text, .exchange .ours .text { font-size: 1.0625rem }
.message footer { display: flex; gap: 1.1rem; font-size: .875rem; color: var(--muted) }
.message footer form { display: contents }
.message:target { outline: 2px solid var(--station); outline-offset: 6px; border-radius: 4px }
.quiet { all: unset; cursor: pointer; text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px }
.quiet:focus-visible { outline: 2px solid var(--station); outline-offset: 2px }
.aside, .removed, .nothing { color: var(--muted) }
.removed { margin: 0; font-style: italic; font-size: .9375rem }
.nothing { font: 1.25rem/1.5 var(--book); max-width: 30rem; padding-block: 2rem }
.liked { margin: 0 0 .35rem; font-size: .875rem; color: var(--station) }
.attachments { margin: 0 0 .4rem; padding: 0; list-style: none; font-size: .875rem; color: var(--muted) }
.attachments li { border: 1px solid var(--line); border-radius: 6px; padding: .35rem .6rem; margin-top: .3rem; width: fit-content; max-width: 100%; overflow-wrap: anywhere }
.exchange > li { margin-bottom: 1rem; max-width: 36rem }
.exchange .public { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem }
.exchange > li:has(.ours) { margin-left: auto }

.composer { position: sticky; top: 1.25rem; display: grid; gap: .8rem }
.composer h2 { margin: 0; font: 500 1.25rem/1.3 var(--book) }
.field { display: grid; gap: .3rem; font-size: .875rem; color: var(--muted) }
.composer input:not([type=radio]), .composer textarea { width: 100%; font: 1rem/1.45 var(--plain); color: var(--ink); background: var(--card); border: 1px solid light-dark(#8f8778, #7d7466); border-radius: 8px; padding: .6rem .75rem }
.composer textarea { resize: vertical; min-height: 5.5rem }
.composer ::placeholder { color: var(--muted); opacity: 1 }
.composer input[readonly] { background: transparent; border-style: dashed }
.composer blockquote { margin: 0; padding-left: .8rem; border-left: 3px solid var(--station); color: var(--muted); font-size: .9375rem; max-height: 6.2em; overflow: hidden; overflow-wrap: anywhere }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem }
legend { font-size: .875rem; color: var(--muted); padding: 0; margin-bottom: .35rem }
.choice { position: relative }
.choice input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100%; cursor: pointer }
.choice span { display: block; padding: .4rem .85rem; border: 1px solid var(--line); border-radius: 99px; background: var(--card) }
.choice input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--paper) }
.choice input:focus-visible + span { outline: 2px solid var(--station); outline-offset: 2px }
.acts { display: flex; align-items: center; gap: 1.1rem; margin: 0 }
.primary { font: 600 1rem/1 var(--plain); color: light-dark(#fff, #2a0d10); background: var(--station); border: 0; border-radius: 99px; padding: .8rem 1.5rem; cursor: pointer }
.to-composer { display: none }
.primary:hover { filter: brightness(1.08) }
.htmx-request .primary { opacity: .6 }
.problem, .done { margin: 0; padding: .6rem .8rem; border-radius: 8px; background: var(--wash); font-size: .9375rem }
.problem { border: 1px solid var(--station) }

@media (max-width: 52rem) {
  .columns { grid-template-columns: minmax(0, 1fr); gap: 2rem }
  .desk { border-top: 1px solid var(--line); padding-top: 2rem }
  .to-composer { display: block; position: fixed; right: 1.25rem; bottom: 1.25rem; z-index: 1; text-decoration: none; box-shadow: 0 4px 18px #0004 }
  .columns:has(.desk:focus-within) .to-composer { display: none }
  .composer { position: static }
  .masthead { padding-block: 1.5rem 1rem }
  .branch { padding: 1rem }
  .answers { padding-left: .8rem }
}
@media (prefers-reduced-motion: no-preference) { .tabs a, .primary { transition: color .12s, filter .12s } }
`
