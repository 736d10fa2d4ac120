import { mkdirSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { changed, faultsOf, MORNING, STATION, writeStation } from './files.ts'

test('a station file that is not there is named with the reason', () => {
  expect(faultsOf('/nowhere/station.yaml')).toEqual([
    'station.yaml:1: found "ENOENT"; allowed is a file that can be read. ' +
      'See whether the name is right and the file may be read.',
  ])
})

test('a folder in the place of a file is refused', () => {
  const file = writeStation()
  rmSync(file)
  mkdirSync(file)
  expect(faultsOf(file)).toEqual([
    'station.yaml:1: found nothing; allowed is a file that can be read. ' +
      'See whether the name is right and the file may be read.',
  ])
})

test.each(['', '\n\n', '# only a comment\n', '---\n'])('an empty file (%j) is refused', (morning) => {
  expect(faultsOf({ morning })).toEqual([
    'programmes/ochtendblad.yaml:1: found nothing; allowed is a file with something in it',
  ])
})

test.each(['just a sentence\n', '- a\n- list\n', '42\n'])('a file that holds no block (%j) is refused', (morning) => {
  expect(faultsOf({ morning })[0]).toContain('; allowed is a block with keys')
})

test('text that is not UTF-8 is refused', () => {
  const latin1 = Buffer.from(changed(MORNING, 'Eerste zinnen', 'Poëzie'), 'latin1')
  expect(faultsOf({ morning: latin1 })).toEqual([
    'programmes/ochtendblad.yaml:1: found "bytes"; allowed is text in UTF-8. Save the file again as UTF-8.',
  ])
})

test('a file too large to be a programme is refused before it is read', () => {
  expect(faultsOf({ morning: Buffer.alloc(32 * 1024 * 1024 + 1, '#') })).toEqual([
    'programmes/ochtendblad.yaml:1: found "33 MB"; allowed is a file of at most 32 MB',
  ])
})

test('broken YAML is named with its line, and the other files are still checked', () => {
  const lines = faultsOf({
    station: changed(STATION, 'hours:', 'hours: ['),
    morning: changed(MORNING, '07:00, to', '7, to'),
  })
  expect(lines[0]).toBe(
    'programmes/ochtendblad.yaml:9: slots[0].from: found 7; allowed is a time HH:mm from 00:00 to 24:00',
  )
  expect(lines[1]).toMatch(/^station\.yaml:\d+: found .*; allowed is valid YAML\. /)
})

test('a key that stands twice is named at the second one', () => {
  expect(faultsOf({ morning: changed(MORNING, 'topic:', 'name: Ander\ntopic:') })).toEqual([
    'programmes/ochtendblad.yaml:3: found "name: Ander"; allowed is valid YAML. Map keys must be unique',
  ])
})

test('a reference to nothing is named at its line', () => {
  expect(faultsOf({ morning: changed(MORNING, 'Eerste zinnen', '*nothing') })[0]).toMatch(
    /^programmes\/ochtendblad\.yaml:4: found "Unresolved alias.*"; allowed is at most 100 references with \*$/,
  )
})

test('references that grow into millions are refused', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`)
  const [line] = faultsOf({ morning: `l0: &l0 lol\n${levels.join('\n')}\n${MORNING}` })
  expect(line).toMatch(/allowed is at most 100 references with \*$/)
})

test('brackets nested past all sense are a fault and no crash', () => {
  expect(faultsOf({ morning: '['.repeat(100_000) })[0]).toMatch(
    /^programmes\/ochtendblad\.yaml:1: .*allowed is valid YAML/,
  )
})

test('keys that JavaScript knows are unknown keys and nothing more', () => {
  const lines = faultsOf({ morning: `${MORNING}__proto__: { polluted: true }\nconstructor: 1\n` })
  expect(lines).toHaveLength(2)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
