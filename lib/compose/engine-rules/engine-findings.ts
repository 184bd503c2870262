import type { Finding } from '@/lib/compose/finding'
import { attachmentFindings } from './attachments'
import { containerFindings } from './containers'
import { deployFindings } from './deploy'
import { mountFindings } from './mounts'
import { nameFindings } from './names'
import { newerEngineFindings } from './newer-engine'
import { objectFindings } from './objects'
import { portFindings } from './ports'
import { type RuleContext, serviceContexts } from './rule-context'
import { templateFindings } from './templates'

/**
 * What the CLI sends and the engine then refuses, as far as the stack alone tells: networks and secrets would exist by
 * then, and some of the services.
 */
export function engineFindings(context: RuleContext): Finding[] {
  return [
    ...nameFindings(context),
    ...objectFindings(context),
    ...serviceContexts(context).flatMap((service) => [
      ...containerFindings(service),
      ...mountFindings(service),
      ...deployFindings(service),
      ...portFindings(service),
      ...attachmentFindings(service, context),
      ...templateFindings(service),
      ...newerEngineFindings(service),
    ]),
  ]
}
