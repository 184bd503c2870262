import type { FindingCode } from '@/lib/compose/finding-codes'
import type { DeployProblem, PlannedObject, PlannedService } from '@/lib/contract/deploy'
import { isServiceChange, type Plan, type PlanNote, type PlanTitle, type Step } from '@/lib/plan/plan'
import { restartNotes, updateInProgressNote } from '@/lib/plan/restart-notes'
import { inPortOrder, portOrder } from './checks/port-order'
import { type DeployContext, type DeployWish, deployContext } from './deploy-context'
import { planDataObjects } from './objects/plan-data-objects'
import { planNetworks } from './objects/plan-networks'
import { planVolumes } from './objects/plan-volumes'
import type { Resolved } from './resolved'
import { planLeftover, planService, type ServicePlan } from './services/plan-services'

export type DeployPlan = {
  /** Without steps when nothing is to be done, which a note then says, or while there are problems. */
  plan: Plan
  services: PlannedService[]
  objects: PlannedObject[]
  problems: DeployProblem[]
  /** To be kept with the revision: targetBodies() makes the bodies of the steps from it. */
  resolved: Resolved
}

/**
 * Plans to make the stack what its file says. In the order of the CLI, networks, secrets, configs, services; but what
 * is pruned goes last, so that nothing is gone when something before it fails. Only a service that holds a port which
 * another one is to take has to go before.
 */
export function planDeploy(wish: DeployWish): DeployPlan {
  const context = deployContext(wish)
  const { networks, volumes, secrets, configs } = {
    networks: planNetworks(context),
    volumes: planVolumes(context),
    secrets: planDataObjects(context, 'secret'),
    configs: planDataObjects(context, 'config'),
  }
  const services = planServices(context)
  const objects = [...networks, ...secrets, ...configs]
  const problems = [
    ...refusedFile(context),
    ...objects.flatMap((object) => object.problems),
    ...services.problems,
    ...[...services.kept, ...services.leftovers].flatMap((service) => service.problems),
  ]
  const steps = [
    ...objects.flatMap(({ step }) => step ?? []),
    ...services.leftovers.filter(services.goesFirst).flatMap(({ step }) => step ?? []),
    ...services.inOrder.flatMap(({ step }) => step ?? []),
    ...services.leftovers.filter((it) => !services.goesFirst(it)).flatMap(({ step }) => step ?? []),
  ]
  return {
    plan: planOf(context, problems.length > 0 ? [] : steps, problems.length > 0 ? [] : notesOn(context, steps)),
    services: [...services.kept, ...services.leftovers].map(({ planned }) => planned),
    objects: [...networks, ...volumes, ...secrets, ...configs].map(({ planned }) => planned),
    problems,
    resolved: context.resolved,
  }
}

/** Services as the file has them, in the order of their steps, and what is not in the file. */
function planServices(context: DeployContext) {
  const { bodies, live, options } = context
  const names = new Set(bodies.services.map(({ Name }) => Name))
  const extra = [...live.values()]
    .filter(({ Spec }) => !names.has(Spec.Name))
    .toSorted((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))
  const order = portOrder(context, options.prune ? extra : [])
  const { names: inOrder, problems } = inPortOrder(context, order)
  const kept = bodies.services.map((body) => planService(context, body))
  const byName = new Map(kept.map((service) => [service.planned.name, service]))
  return {
    kept,
    inOrder: inOrder.flatMap((name) => byName.get(name) ?? []),
    leftovers: extra.map((service) => planLeftover(context, service, order.prunedFirst.has(service.Spec.Name))),
    goesFirst: ({ planned }: ServicePlan) => order.prunedFirst.has(planned.name),
    problems: [...order.problems, ...problems],
  }
}

/** A problem of the network itself says these, with what the swarm has. */
const toldByNetworks: ReadonlySet<FindingCode> = new Set(['network_not_of_swarm', 'network_driver_local'])

/** What the CLI would send and the engine refuses, half-way through. */
function refusedFile({ stack, converted }: DeployContext): DeployProblem[] {
  const errors = converted.findings.filter(({ severity, code }) => severity === 'error' && !toldByNetworks.has(code))
  return errors.slice(0, 1).map(({ file, line, column }) => ({
    code: 'file_refused',
    params: { name: stack, findings: errors.length },
    kind: 'stack',
    name: stack,
    file,
    line,
    column,
    remedies: [],
  }))
}

function notesOn({ live }: DeployContext, steps: Step[]): PlanNote[] {
  if (steps.length === 0) return [{ code: 'nothing_changes', params: {} }]
  const changes = steps.filter(isServiceChange)
  const changed = changes.flatMap(({ serviceName }) => live.get(serviceName) ?? [])
  return [...restartNotes(changes), ...updateInProgressNote(changed)]
}

function planOf(context: DeployContext, steps: Step[], notes: PlanNote[]): Plan {
  return {
    schema: 1,
    swarmId: context.snapshot.swarmId,
    title: titleOf(context),
    steps,
    notes,
    undoes: context.undoes?.id ?? null,
    bodies: { revisionId: null, side: 'target' },
  }
}

function titleOf({ stack, restores, undoes }: DeployContext): PlanTitle {
  if (undoes?.isRemoval) return { code: 'undo-remove-stack', params: { stack } }
  return restores
    ? { code: 'roll-back-stack', params: { stack, revision: restores.number } }
    : { code: 'deploy-stack', params: { stack } }
}
