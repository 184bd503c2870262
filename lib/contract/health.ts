/**
 * One word for stacks, services and nodes: `working` is on its way (updating, starting), `attention` needs a person but
 * nothing is down (paused, drained), `failing` has less than it should and is not on its way, `stopped` wants nothing.
 */
export type Health = 'running' | 'working' | 'attention' | 'failing' | 'stopped'
