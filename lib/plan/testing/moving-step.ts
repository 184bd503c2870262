import type { StepOf } from '@/lib/plan/plan'

/** Moves a service from config web to web_v2. */
export function movingStep(serviceName: string): StepOf<'replace-reference'> {
  return {
    action: 'replace-reference',
    kind: 'config',
    from: { name: 'web', id: 'c1' },
    to: { name: 'web_v2', id: null },
    serviceId: `id-${serviceName}`,
    serviceName,
    stack: null,
    before: '',
    after: '',
    effect: { kind: 'none' },
  }
}
