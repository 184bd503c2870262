import type { Params } from '@/lib/errors/app-error'

/** What a Compose file cannot say. Sentences are in `messages/` under `compose.rebuild`; a test compares the codes. */
export const lossCodes = [
  // The object is not in the file at all.
  'service_of_other_name',
  'service_without_container',
  'network_unused',

  // What only who made the stack knows.
  'secret_value_unknown',
  'config_content_unknown',

  // What has no key, or one that the CLI does not read.
  'network_ipv6',
  'network_address_range',
  'templating_options',
  'groups',
  'oom_score_adj',
  'privileges',
  'dns_options',
  'bind_non_recursive',
  'tmpfs_mode',
  'tmpfs_options',
  'volume_of_other_client',
  'port_name',
  'named_resource',
  'swap',
  'job_concurrency',
  'force_update',

  // What the CLI makes itself, and another client made otherwise.
  'no_network',
  'networks_in_old_place',
  'alias_missing',
  'environment_order',
  'image_of_no_file',
  'image_changed_since',

  // Found out by converting the file again.
  'differs',
  'refused',
] as const

export type LossCode = (typeof lossCodes)[number]

/**
 * Something live that the rebuilt file does not say. With a path the next deploy would change that part of the
 * service's spec, as if by hand; without one it changes nothing.
 */
export type Loss = { code: LossCode; params: Params; service: string | null; path: string | null }

export type ReportLoss = (loss: Loss) => void

/** Reports for one service. */
export type ReportServiceLoss = (code: LossCode, path: string | null, params?: Params) => void
