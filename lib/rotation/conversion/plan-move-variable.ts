import { AppError } from '@/lib/errors/app-error'
import { entryOf } from '@/lib/plan/move-variable'
import type { Plan, PlanNote } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import { movedVariableLabel } from '@/lib/rotation/family'
import { type RolloutWish, rolloutOf, withHolds } from '@/lib/rotation/rollout/rollout'
import { rotationNotes } from '@/lib/rotation/rotation-notes'
import { requireFreeName, successorName } from '@/lib/rotation/successor-name'
import type { Service } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { fileVariableOf } from './file-variables'

type Wish = { serviceId: string; variable: string; name?: string; rollout?: RolloutWish }

const stackLabel = 'com.docker.stack.namespace'

/**
 * Plans to keep as a secret what an environment variable holds: a secret with the value, and in its place the variable that
 * names the secret's file. Whether the image reads that one is known of some; of others it is said that it is not.
 */
export function planMoveVariable(snapshot: Snapshot, { serviceId, variable, name, rollout: wish }: Wish): Plan {
  const service = snapshot.service.get(serviceId)
  if (!service) throw new AppError('not_found', { kind: 'service', id: serviceId })
  const image = service.Spec.TaskTemplate.ContainerSpec?.Image ?? ''
  const file = fileVariableOf(image, variable)
  requireMovable(service, variable, file.name)
  const taken = [...snapshot.secret.values()].map(({ Spec }) => Spec.Name)
  const secret = name ?? proposedName(service, variable, taken)
  requireFreeName('secret', secret, taken)
  const step = updateStep(snapshot, service, {
    action: 'move-variable',
    variable,
    fileVariable: file.name,
    target: `/run/secrets/${secret}`,
    secret: { name: secret, id: null },
    isBack: false,
  })
  const stack = stackOf(service.Spec.Labels)
  const unknown: PlanNote = { code: 'file_support_unknown', params: { image: imageName(image), variable: file.name } }
  const notes = rotationNotes({ chosen: [service], staying: [], onOthers: [], updates: [step], isSameContent: false })
  const rollout = rolloutOf(wish)
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'move-variable', params: { variable, service: service.Spec.Name, secret } },
    steps: withHolds(
      [
        {
          action: 'create-secret',
          name: secret,
          replaces: null,
          labels: { ...(stack && { [stackLabel]: stack }), [movedVariableLabel]: variable },
          templating: null,
          source: { kind: 'variable', serviceId, name: variable },
        },
        step,
      ],
      wish,
    ),
    notes: file.isKnown ? notes : [unknown, ...notes],
    undoes: null,
    ...(rollout && { rollout }),
  }
}

function requireMovable({ Spec }: Service, variable: string, fileVariable: string): void {
  const entry = entryOf(Spec.TaskTemplate, variable)
  if (entry === null) throw new AppError('nothing_to_do', { kind: 'service', name: Spec.Name })
  const refuse = (reason: string) => new AppError('invalid_input', { fields: ['variable'], reasons: [reason] })
  // A secret has at least one byte.
  if (entry.length === variable.length + 1) throw refuse('empty_content')
  if (entryOf(Spec.TaskTemplate, fileVariable) !== null) throw refuse('file_variable_taken')
  // The engine would fill it in in the environment, and not in a secret without a driver.
  if (entry.includes('{{')) throw refuse('templated')
}

function proposedName({ Spec }: Service, variable: string, taken: readonly string[]): string {
  const name = `${Spec.Name}_${variable.toLowerCase()}`.replaceAll(/[^\w.-]/g, '-').slice(0, 64)
  const isFree = !taken.some((other) => other.toLowerCase() === name.toLowerCase())
  return isFree ? name : successorName({ versions: [name], taken, contentSha256: null, now: new Date() })
}

const imageName = (image: string) => image.split('@')[0] ?? image
