import { describe, expect, it } from 'vitest'
import { type Clues, route } from '../../src/model/routing.ts'
import type { Programme } from '../../src/model/station.ts'
import { station } from '../support/cast.ts'

const [ochtendblad, boekKwijt] = station.programmes as [Programme, Programme]
const programmes = [
  { ...ochtendblad, topicWords: ['eerste zin'] },
  { ...boekKwijt, topicWords: ['kaft', 'titel vergeten'] },
]
const routed = (clues: Partial<Clues>) =>
  route({ text: 'Hallo', answered: null, onAir: 'ochtendblad', ...clues }, programmes)

describe('where a new conversation belongs', () => {
  it('goes to the programme of the post that it answers, whatever it says', () => {
    const answered = { programme: 'ochtendblad', by: 'post' } as const
    expect(routed({ text: 'Blauwe kaft! #boekkwijt', answered })).toEqual({ programme: 'ochtendblad', by: 'post' })
  })

  it('follows a hashtag, in capitals or not', () => {
    expect(routed({ text: 'Wie weet het? #BoekKwijt' })).toEqual({ programme: 'boek-kwijt', by: 'hashtag' })
  })

  it('follows topic words, also where a topic is more than one word', () => {
    expect(routed({ text: 'Ik ben de Titel vergeten.' })).toEqual({ programme: 'boek-kwijt', by: 'topic' })
    expect(routed({ text: 'De titel ben ik vergeten.' })).toEqual({ programme: 'ochtendblad', by: 'on-air' })
  })

  it('takes no topic where two programmes have as much claim to it', () => {
    expect(routed({ text: 'De kaft en de eerste zin' })).toEqual({ programme: 'ochtendblad', by: 'on-air' })
  })

  it('goes to the night where nothing is on the air', () => {
    expect(routed({ onAir: null })).toEqual({ programme: null, by: 'night' })
  })
})
