import { commandList } from '../../commands/index.ts'
import type { Premises } from '../chat/chat.ts'
import { orderOf } from '../desk/order-of.ts'
import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import type { Station } from '../model/station.ts'
import type { Network } from '../networks/network.ts'
import { channelTopics } from '../wording/channels.ts'

/** What a chat platform must have before the station goes on the air. */
export function premisesOf(station: Station, networks: ReadonlyMap<NetworkName, Network>): Premises {
  const words = channelTopics(station.language)
  return {
    channels: [
      ...station.programmes.map((it) => ({
        name: it.channel,
        topic: `${it.name}: ${it.description}`,
        order: orderOf(station, it),
      })),
      { name: station.channels.night, topic: words.night, order: null },
      { name: station.channels.alarms, topic: words.alarms, order: null },
    ],
    people: station.members.map(({ id, name, initials, roles, language, slack }) => ({
      id,
      name,
      initials,
      roles,
      language,
      slack,
    })),
    groups: station.slack.groups,
    reactions: station.slack.reactions,
    alarms: station.channels.alarms,
    language: station.language,
    zone: station.zone,
    networks: [...networks.values()].map(({ name, live }) => ({ name: NETWORK_LABEL[name], live })),
    commands: commandList(station.language),
  }
}
