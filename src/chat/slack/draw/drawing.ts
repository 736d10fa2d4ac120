import type { RichTextElement } from '@slack/types'
import type { Language } from '../../../model/station.ts'
import type { SlackWording } from '../../../wording/slack.ts'

/** What a drawing needs to know beside the content. */
export interface Drawing {
  say: SlackWording
  language: Language
  /** The zone whose wall clock the team reads. */
  zone: string
  /** What a path without a host is relative to: the station's own address. */
  base: string
  mention(id: string): RichTextElement
}
