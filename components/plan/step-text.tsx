'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'
import { sidesOf } from '@/lib/plan/intent'
import type { Step } from '@/lib/plan/plan'
import { linkTag } from './link-tag'

type Props = {
  step: Step
  /** Whether what the step creates is there already and can be linked to, and what it removes is gone. */
  isDone?: boolean
}

/** One step as a sentence, every name in it a link to its object. */
export function StepText({ step, isDone = false }: Props) {
  const t = useTranslations('steps')
  const name = (kind: DataObjectKind, objectName: string, exists: boolean) => (children: ReactNode) =>
    exists ? linkTag(objectPage[kind](objectName), 'name')(children) : <Name>{children}</Name>

  if (step.action === 'init-swarm') return t('init-swarm', { address: step.advertiseAddress })
  if (step.action === 'remove-object') {
    return t.rich('remove-object', { kind: step.kind, name: step.name, old: name(step.kind, step.name, !isDone) })
  }
  if (step.action === 'create-config' || step.action === 'create-secret') {
    const kind = step.action === 'create-config' ? 'config' : 'secret'
    return t.rich(step.action, {
      name: step.name,
      replaces: step.replaces ?? '',
      hasPredecessor: String(step.replaces !== null),
      sizeBytes: step.action === 'create-config' ? step.sizeBytes : 0,
      new: name(kind, step.name, isDone),
      old: name(kind, step.replaces ?? '', step.replaces !== null),
    })
  }
  if (step.action === 'hold') return t('hold', { reason: step.reason })
  if (step.action === 'set-labels') {
    const isRemoval = Object.values(step.labels).every((value) => value === null)
    const labels = Object.entries(step.labels).map(([key, value]) => (isRemoval ? key : `${key}=${value ?? ''}`))
    return t.rich('set-labels', {
      kind: step.kind,
      name: step.name,
      isRemoval: String(isRemoval),
      labels: labels.join(', '),
      old: name(step.kind, step.name, true),
    })
  }
  if (step.action === 'relabel-object') {
    return t.rich('relabel-object', { kind: step.kind, name: step.name, old: name(step.kind, step.name, true) })
  }
  if (step.action === 'create-network' || step.action === 'remove-network') return t(step.action, { name: step.name })
  const exists = (step.action !== 'create-service' || isDone) && !(step.action === 'remove-service' && isDone)
  const service = (children: ReactNode) =>
    exists ? linkTag(page.service(step.serviceName), 'name')(children) : <Name>{children}</Name>
  if (step.action === 'create-service' || step.action === 'remove-service' || step.action === 'replace-spec') {
    return t.rich(step.action, { service: step.serviceName, s: service })
  }
  if (step.action === 'set-replicas') {
    return t.rich('set-replicas', { service: step.serviceName, from: step.from, to: step.to, s: service })
  }
  if (step.action === 'move-variable') {
    return t.rich('move-variable', {
      service: step.serviceName,
      variable: step.variable,
      fileVariable: step.fileVariable,
      secret: step.secret.name,
      isBack: String(step.isBack),
      s: service,
      new: name('secret', step.secret.name, isDone || step.secret.id !== null),
    })
  }
  const { from, to } = sidesOf(step)
  return t.rich(step.action, {
    service: step.serviceName,
    from: from.name,
    to: to.name,
    fromKind: from.kind,
    toKind: to.kind,
    s: service,
    new: name(to.kind, to.name, isDone || to.id !== null),
    old: name(from.kind, from.name, true),
  })
}

const objectPage: Record<DataObjectKind, (name: string) => string> = { config: page.config, secret: page.secret }

const Name = ({ children }: { children: ReactNode }) => <span className="break-words font-medium">{children}</span>
