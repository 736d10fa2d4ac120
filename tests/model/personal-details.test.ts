import { describe, expect, it } from 'vitest'
import { personalDetails } from '../../src/model/personal-details.ts'

describe('what a reader put in public', () => {
  it.each([
    ['Mijn mail is naam@voorbeeld.example', ['e-mail']],
    ['Bel me op 06 12345678', ['phone']],
    ['Pasnummer 2100 4455 66778', ['card-number']],
    ['Ik woon op de Brinkstraat 12', ['address']],
    ['Postcode 7411 AB', ['address']],
    ['In 1984 las ik 1984, blz. 12', []],
    ['Kijk op https://voorbeeld.example/12345678901', []],
    ['@bibliotheek wat lezen jullie?', []],
  ])('sees it in "%s"', (text, found) => {
    expect(personalDetails(text)).toEqual(found)
  })

  it.each(['a', 'a@a-a-', 'A-', '1 ', '.', 'straat '])('comes to an end with a megabyte of "%s"', (part) => {
    expect(Array.isArray(personalDetails(part.repeat(Math.ceil(1_048_576 / part.length))))).toBe(true)
  })
})
