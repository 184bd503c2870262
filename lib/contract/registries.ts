/** A row of `GET /api/registries`: for which registries there are credentials. The passwords are in no answer. */
export type RegistryRow = {
  host: string
  username: string
  updatedAt: number
  /** Who set them last. */
  updatedBy: string
}
