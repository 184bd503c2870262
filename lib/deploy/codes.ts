/** Why a plan cannot be applied; sentences under `deploy.problems`. */
export const problemCodes = [
  'file_refused',
  'service_name_taken',
  'mode_change',
  'port_taken',
  'port_taken_in_file',
  'port_swap',
  'network_name_taken',
  'network_unusable',
  'network_local',
  'external_missing',
  'external_scope',
  'content_differs',
  'object_name_taken',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** What to know about one service of a plan; sentences under `deploy.services`. */
export const serviceNoteCodes = [
  'image_not_pinned',
  'digest_moves',
  'registry_silent',
  'image_kept',
  'no_node_fits',
  'not_enough_room',
  'max_replicas_per_node',
  'host_port_exceeds_nodes',
  'host_port_start_first',
  'dangerous_port',
  'update_paused',
  'job_runs_again',
  'job_does_not_run',
  'not_in_file',
  'pruned',
  'pruned_first',
  'puts_back',
  'resets_left_be',
] as const

export type ServiceNoteCode = (typeof serviceNoteCodes)[number]

/** What to know about one network, volume, config or secret of a plan; sentences under `deploy.objects`. */
export const objectNoteCodes = [
  'adopted',
  'shape_differs',
  'network_lingers',
  'driver_differs',
  'local_volume_unpinned',
  'content_unknown',
  'value_unseen',
  'templating_differs',
  'not_in_file',
  'kept_for_rollback',
  'used_elsewhere',
  'volume_stays',
  'belongs_outside',
] as const

export type ObjectNoteCode = (typeof objectNoteCodes)[number]
