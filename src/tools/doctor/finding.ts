/** One thing that was looked at: well, to be mended, or only to be known. */
export interface Finding {
  mark: 'well' | 'bad' | 'note'
  /** One sentence or more, on one line, with the repair where one is needed. */
  text: string
}

export const well = (text: string): Finding => ({ mark: 'well', text })
export const bad = (text: string): Finding => ({ mark: 'bad', text })
export const note = (text: string): Finding => ({ mark: 'note', text })

const SIGN = { well: '✓', bad: '✗', note: '–' } as const

/** A line for each; what was read from outside cannot make a second one, nor turn the line round. */
export const line = ({ mark, text }: Finding): string => `${SIGN[mark]} ${text.replace(/\p{C}+/gu, ' ')}`
