const part = encodeURIComponent

/** URLs of the pages. Every link comes from here, so that a second swarm's prefix can be added in one place. */
export const page = {
  stacks: () => '/stacks',
  stack: (name: string) => `/stacks/${part(name)}`,
  /** `new` may be the name of a stack, `-` may not. */
  newStack: () => '/stacks/-/new',
  editStack: (name: string) => `/stacks/${part(name)}/edit`,
  revision: (stack: string, number: number) => `/stacks/${part(stack)}/revisions/${number}`,
  services: () => '/services',
  service: (name: string) => `/services/${part(name)}`,
  configs: () => '/configs',
  config: (name: string) => `/configs/${part(name)}`,
  rotateConfig: (name: string) => `/configs/${part(name)}/rotate`,
  compareConfigs: (name: string, other: string) => `/configs/${part(name)}?tab=compare&with=${part(other)}`,
  secrets: () => '/secrets',
  secret: (name: string) => `/secrets/${part(name)}`,
  rotateSecret: (name: string) => `/secrets/${part(name)}/rotate`,
  nodes: () => '/nodes',
  node: (id: string) => `/nodes/${part(id)}`,
  networks: () => '/networks',
  volumes: () => '/volumes',
  cleanUp: () => '/clean-up',
  cleanUpKind: (kind: string) => `/clean-up?kind=${part(kind)}`,
  cleanUpFamily: (kind: string, family: string) =>
    `/clean-up?kind=${part(kind)}&families=${part(family)}&q=${part(family)}`,
  cleanUpVersion: (kind: string, name: string) => `/clean-up?kind=${part(kind)}&q=${part(name)}`,
  operations: () => '/operations',
  operation: (id: string) => `/operations/${part(id)}`,
  activity: () => '/activity',
  settings: () => '/settings',
  users: () => '/settings/users',
  tokens: () => '/settings/tokens',
  registries: () => '/settings/registries',
  signIn: (next?: string) => (next ? `/sign-in?next=${part(next)}` : '/sign-in'),
  setUp: () => '/set-up',
} as const
