import {
  Boxes,
  CirclePlus,
  Cog,
  Eraser,
  FileCog,
  HardDrive,
  History,
  KeyRound,
  Layers,
  ListChecks,
  type LucideIcon,
  Network,
  Server,
  Ticket,
  Users,
  Warehouse,
} from 'lucide-react'
import type { Action } from '@/lib/contract/actions'
import { page } from '@/lib/paths/page'

export type PlaceId =
  | 'stacks'
  | 'services'
  | 'nodes'
  | 'configs'
  | 'secrets'
  | 'networks'
  | 'volumes'
  | 'operations'
  | 'activity'
  | 'settings'
  | 'tokens'
  | 'registries'
  | 'users'
  | 'newStack'
  | 'cleanUp'

export type Place = {
  id: PlaceId
  href: string
  icon: LucideIcon
  /** The right that its page asks for; who has it not is not shown the way. */
  action: Action
  /** The key after g. */
  key?: string
}

/** Where one can go, in the groups of the navigation. */
export const placeGroups: readonly (readonly Place[])[] = [
  [
    { id: 'stacks', href: page.stacks(), icon: Layers, action: 'stack.read', key: 's' },
    { id: 'services', href: page.services(), icon: Boxes, action: 'service.read', key: 'v' },
    { id: 'nodes', href: page.nodes(), icon: Server, action: 'node.read', key: 'n' },
  ],
  [
    { id: 'configs', href: page.configs(), icon: FileCog, action: 'config.read', key: 'c' },
    { id: 'secrets', href: page.secrets(), icon: KeyRound, action: 'secret.read', key: 'e' },
    { id: 'networks', href: page.networks(), icon: Network, action: 'network.read', key: 'w' },
    { id: 'volumes', href: page.volumes(), icon: HardDrive, action: 'volume.read', key: 'l' },
  ],
  [
    { id: 'operations', href: page.operations(), icon: ListChecks, action: 'operation.read', key: 'o' },
    { id: 'activity', href: page.activity(), icon: History, action: 'activity.read', key: 'a' },
  ],
  [{ id: 'settings', href: page.settings(), icon: Cog, action: 'session.manage', key: 't' }],
]

/** Reached by the palette and by its own parent, not by the navigation. */
export const furtherPlaces: readonly Place[] = [
  { id: 'tokens', href: page.tokens(), icon: Ticket, action: 'token.manage' },
  { id: 'registries', href: page.registries(), icon: Warehouse, action: 'registry.manage' },
  { id: 'users', href: page.users(), icon: Users, action: 'user.manage' },
  { id: 'cleanUp', href: page.cleanUp(), icon: Eraser, action: 'secret.remove' },
  { id: 'newStack', href: page.newStack(), icon: CirclePlus, action: 'stack.deploy' },
]

export const allPlaces: readonly Place[] = [...placeGroups.flat(), ...furtherPlaces]

/** Whether a place is the one that the path lies in. */
export function isAt(place: Place, path: string): boolean {
  return path === place.href || path.startsWith(`${place.href}/`)
}
