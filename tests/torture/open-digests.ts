import { readId } from '../../src/chat/slack/draw/ids.ts'
import type { SlackWorld } from './slack-world.ts'

const CURATOR = 'curator-deventer'

/**
 * Opens every conversation that stands in a digest still, as a curator does who works one off; answers with how many
 * were pressed. Its messages then stand in a thread of their own, where they can be counted.
 */
export async function openDigests({ fake }: SlackWorld): Promise<number> {
  let pressed = 0
  for (const channel of fake.workspace.channels.values())
    for (const root of [...channel.roots]) {
      if (readId(root.blocks?.[0]?.block_id ?? '')?.kind !== 'digest') continue
      // The menu changes while it is worked off.
      const offered = (root.blocks ?? [])
        .flatMap((it) => it.elements ?? [])
        .filter((it) => it.type === 'static_select')
        .flatMap((it) => it.options ?? [])
      for (const { text } of offered) {
        await fake.presses(CURATOR, channel.name, root.ts, text.text).catch(() => {})
        pressed += 1
      }
    }
  return pressed
}
