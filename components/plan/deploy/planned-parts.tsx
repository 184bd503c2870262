'use client'

import { useTranslations } from 'use-intl'
import { PlanNotes } from '@/components/plan/plan-notes'
import { Disclosure } from '@/components/ui/disclosure'
import type { PlannedDeploy, PlannedObject, PlannedService } from '@/lib/contract/deploy'
import type { FieldChange, Plan } from '@/lib/plan/plan'
import { ObjectPlan } from './object-plan'
import { ServicePlan } from './service-plan'

type Props = {
  planned: Pick<PlannedDeploy, 'plan' | 'services' | 'objects'>
  onReplicas?: (key: string, choice: 'live' | 'file') => void
  /** Asks for the changes of a service with the values that the plan masks. */
  valuesOf?: (service: string) => Promise<FieldChange[]>
}

/** The plan of a deployment thing by thing: what changes is read first, what stays as it is is folded. */
export function PlannedParts({ planned: { plan, services, objects }, onReplicas, valuesOf }: Props) {
  const t = useTranslations('deploy.plan')
  const movingServices = services.filter(isMoving)
  const stillServices = services.filter((service) => !isMoving(service))
  const movingObjects = objects.filter(isTold)
  const stillObjects = objects.filter((object) => !isTold(object))
  return (
    <div className="flex flex-col gap-5">
      <PlanNotes notes={plan.notes.filter(isNews)} />
      {movingServices.length > 0 && (
        <Part title={t('services', { count: movingServices.length })}>
          {movingServices.map((service) => (
            <ServicePlan
              key={service.name}
              service={service}
              onReplicas={onReplicas}
              askValues={valuesOf && { about: stepOf(plan, service), ask: () => valuesOf(service.name) }}
            />
          ))}
        </Part>
      )}
      {movingObjects.length > 0 && (
        <Part title={t('objects', { count: movingObjects.length })}>
          {movingObjects.map((object) => (
            <ObjectPlan key={`${object.kind} ${object.name}`} object={object} />
          ))}
        </Part>
      )}
      {stillServices.length > 0 && (
        <Disclosure summary={t('servicesStay', { count: stillServices.length })}>
          <ul className="divide-y divide-line">
            {stillServices.map((service) => (
              <ServicePlan key={service.name} service={service} />
            ))}
          </ul>
        </Disclosure>
      )}
      {stillObjects.length > 0 && (
        <Disclosure summary={t('objectsStay', { count: stillObjects.length })}>
          <ul className="divide-y divide-line">
            {stillObjects.map((object) => (
              <ObjectPlan key={`${object.kind} ${object.name}`} object={object} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-muted text-xs">{title}</h3>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  )
}

/** That nothing is to be done is said in a place of its own. */
const isNews = ({ code }: { code: string }) => code !== 'nothing_changes'

/** What is unchanged but has something to say, or to choose, is read too. */
function isMoving({ verdict, notes, replicas }: PlannedService): boolean {
  return verdict !== 'unchanged' || notes.length > 0 || replicas !== null
}

function isTold({ verdict, notes }: PlannedObject): boolean {
  return !(verdict === 'unchanged' || verdict === 'external') || notes.length > 0
}

/** Its digests cover the values that are masked. */
function stepOf({ steps }: Plan, { name }: PlannedService): string {
  return JSON.stringify(steps.find((step) => 'serviceName' in step && step.serviceName === name) ?? null)
}
