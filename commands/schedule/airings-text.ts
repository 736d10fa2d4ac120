import type { Act } from '../../src/desk/act.ts'
import { momentText } from '../../src/wording/moments.ts'
import { languageOf } from '../answer.ts'

/** The next airings (UTC ms) in one line, by the station's clock. */
export const airingsText = (act: Act, airings: readonly number[]): string =>
  airings.map((at) => momentText(languageOf(act), act.station.zone, at)).join(', ')
