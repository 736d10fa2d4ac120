import type { Act } from './act.ts'

/** The same act where what is shown is for the person alone who acts: then it is in that person's language. */
export const inLanguageOfPerson = (act: Act): Act => ({
  ...act,
  station: { ...act.station, language: act.by?.language ?? act.station.language },
})
