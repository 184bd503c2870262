/** What a person should know before applying a plan; sentences under `notes`. */
export const noteCodes = [
  'no_healthcheck',
  'all_at_once',
  'interruption',
  'shared_across_stacks',
  'failure_action_continue',
  'same_content',
  'file_support_unknown',
  'some_services_stay',
  'used_by_none',
  'update_in_progress',
  'file_has_replicas',
  'published_host_port',
  'local_volume',
  'max_replicas_per_node',
  'stops_all_tasks',
  'changed_since',
  'service_gone',
  'mixed_versions',
  'already_there',
  'nothing_changes',
  'others_changed',
  'objects_used_elsewhere',
  'volumes_stay',
] as const

export type NoteCode = (typeof noteCodes)[number]
