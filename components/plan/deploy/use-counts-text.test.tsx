import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { PlannedObject, PlannedService, ServiceVerdict } from '@/lib/contract/deploy'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import { useCountsText } from './use-counts-text'

const service = (verdict: ServiceVerdict): PlannedService => ({
  key: 'a',
  name: 'todo_a',
  verdict,
  effect: null,
  changes: [],
  notes: [],
  replicas: null,
})

const object = (kind: PlannedObject['kind'], verdict: PlannedObject['verdict']): PlannedObject => ({
  kind,
  key: 'a',
  name: 'a',
  verdict,
  notes: [],
})

function textOf(locale: 'en' | 'ko', services: PlannedService[], objects: PlannedObject[]): string {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <IntlProvider locale={locale} messages={locale === 'en' ? en : ko}>
      {children}
    </IntlProvider>
  )
  return renderHook(() => useCountsText(), { wrapper }).result.current({ services, objects })
}

test('the button says what it does, and counts services only once by name', () => {
  const services = [service('create'), service('create'), service('restart'), service('unchanged'), service('remove')]
  const objects = [object('config', 'create'), object('volume', 'create'), object('network', 'unchanged')]
  expect(textOf('en', services, objects)).toBe('create 2 services, restart 1, remove 1, create 1 config')
  expect(textOf('ko', services, objects)).toBe('서비스 2개 생성, 1개 재시작, 1개 제거, 컨피그 1개 생성')
})

test('without a change there is nothing to say', () => {
  expect(textOf('en', [service('unchanged'), service('leave')], [object('secret', 'external')])).toBe('')
})
