import { verifiesUrl } from './delivery/verify.ts'
import * as channels from './people/channels.ts'
import * as commands from './people/commands.ts'
import * as crowd from './people/crowd.ts'
import * as forms from './people/forms.ts'
import * as groups from './people/groups.ts'
import * as messages from './people/messages.ts'
import { presses, pressesEphemeral, pressesInHome, pressesInModal } from './people/presses.ts'
import { reacts, unreacts } from './people/reactions.ts'
import { Slack } from './slack.ts'

/** Makes an act of the people's side a method: what it throws becomes the promise's. */
const act =
  <A extends unknown[], R>(slack: Slack, does: (slack: Slack, ...args: A) => R | Promise<R>) =>
  async (...args: A): Promise<R> => {
    const done = await does(slack, ...args)
    slack.changed()
    return done
  }

/** What people do in their Slack. People, channels and groups are named by name or by id. */
export class SlackWithPeople extends Slack {
  person = act(this, crowd.person)
  changes = act(this, crowd.changes)
  group = act(this, groups.group)
  joins = act(this, groups.joins)
  leaves = act(this, groups.leaves)

  channel = act(this, channels.channel)
  renames = act(this, channels.renames)
  archives = act(this, channels.archives)
  joinsChannel = act(this, channels.enters)
  leavesChannel = act(this, channels.exits)
  invitesBot = (where: string): Promise<void> => this.joinsChannel(this.workspace.botUser, where)
  removesBot = (where: string): Promise<void> => this.leavesChannel(this.workspace.botUser, where)

  types = act(this, messages.types)
  appPosts = act(this, messages.appPosts)
  edits = act(this, messages.edits)
  deletes = act(this, messages.deletes)
  reacts = act(this, reacts)
  unreacts = act(this, unreacts)

  /** Slack asks the app's address to prove itself, as when it is put in the manifest. */
  verifiesUrl = act(this, verifiesUrl)
  slash = act(this, commands.slash)
  shortcut = act(this, commands.shortcut)
  globalShortcut = act(this, commands.globalShortcut)
  opensHome = act(this, commands.opensHome)

  presses = act(this, presses)
  pressesEphemeral = act(this, pressesEphemeral)
  pressesInModal = act(this, pressesInModal)
  pressesInHome = act(this, pressesInHome)
  typesInModal = act(this, forms.typesInModal)
  entersInModal = act(this, forms.entersInModal)
  submits = act(this, forms.submits)
  closes = act(this, forms.closes)
}
