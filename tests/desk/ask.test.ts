import { expect, it } from 'vitest'
import { ask } from '../../src/desk/ask.ts'
import type { Attachment } from '../../src/model/network.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

async function asked(media: Attachment[]) {
  const desk = openDesk()
  const conversation = await desk.reader.writes('Hoe ziet de kaft eruit?')
  const source = { platform: 'desk', message: 'm1' }
  return desk.act(cast.deventer, (act) => ask(act, { conversation, text: 'Zo.', media, source }))
}

it('the question shows the image that would go along, by its description and its address', async () => {
  const image = { kind: 'image', url: 'https://example.nl/kaft.png', alt: 'Een blauwe kaft' } as const
  const question = await asked([image])
  expect(question?.facts?.at(-1)).toEqual({ label: 'Afbeelding', value: image.alt, url: image.url })
})

it('what cannot go along is said when it is typed, not when Send is pressed', async () => {
  const file = { kind: 'file', url: 'https://chat.example/kaft.jpg', alt: null } as const
  await expect(asked([file])).rejects.toMatchObject({ code: 'not-an-image' })
})
