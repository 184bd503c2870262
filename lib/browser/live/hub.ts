import { page } from '@/lib/paths/page'
import { LiveHub } from './live-hub'

let hub: LiveHub | undefined

/** The one of this tab. Only for the browser. */
export function liveHub(): LiveHub {
  hub ??= new LiveHub(goToSignIn, browserOfTabs())
  return hub
}

function goToSignIn() {
  window.location.assign(page.signIn(window.location.pathname + window.location.search))
}

/** Null where there are no locks: the page came by plain http from another machine. */
function browserOfTabs() {
  // The DOM's types promise them always.
  const locks: LockManager | undefined = navigator.locks
  return locks ? { locks, channel: new BroadcastChannel('skep-live') } : null
}
