import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { Effect } from '@/lib/plan/plan'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import { useEffectText } from './use-effect-text'

type Restart = Extract<Effect, { kind: 'restart' }>

const usual: Restart = {
  kind: 'restart',
  tasks: 3,
  order: 'stop-first',
  parallelism: 1,
  delayMs: 0,
  monitorMs: 5_000,
  failureAction: 'pause',
  lowestRunning: 2,
  hasHealthcheck: false,
}

function said(effect: Effect, locale: 'en' | 'ko' = 'en') {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <IntlProvider locale={locale} messages={locale === 'en' ? en : ko} timeZone="UTC">
      {children}
    </IntlProvider>
  )
  return renderHook(useEffectText, { wrapper }).result.current(effect)
}

test('a restart is told with its pace, its order, what keeps running, and what happens on failure', () => {
  expect(said(usual)).toMatchInlineSnapshot(
    `"restarts 3 tasks one at a time, stop-first; 2 of 3 keep running; watched for 5s; on failure: pause"`,
  )
})

test('a service of one task is interrupted, or keeps its task until the new one runs', () => {
  expect(said({ ...usual, tasks: 1, lowestRunning: 0 })).toMatchInlineSnapshot(
    `"restarts 1 task, stop-first; it does not run meanwhile; watched for 5s; on failure: pause"`,
  )
  expect(said({ ...usual, tasks: 1, lowestRunning: 1, order: 'start-first' })).toMatchInlineSnapshot(
    `"restarts 1 task, start-first; it keeps running until the new one runs; watched for 5s; on failure: pause"`,
  )
})

test('all at once, by policy or because a batch holds them all', () => {
  const all = said({ ...usual, parallelism: 0, lowestRunning: 0, failureAction: 'continue' })
  expect(all).toMatchInlineSnapshot(
    `"restarts 3 tasks all at once, stop-first; none of them runs meanwhile; watched for 5s; on failure: go on"`,
  )
  expect(said({ ...usual, parallelism: 3, lowestRunning: 0, failureAction: 'continue' })).toBe(all)
})

test('batches, and the pause between them', () => {
  expect(
    said({ ...usual, tasks: 10, parallelism: 2, delayMs: 90_000, lowestRunning: 8, failureAction: 'rollback' }),
  ).toMatchInlineSnapshot(
    `"restarts 10 tasks 2 at a time, 1m 30s apart, stop-first; 8 of 10 keep running; watched for 5s; on failure: roll back"`,
  )
})

test('more, fewer and none', () => {
  expect(said({ kind: 'start', tasks: 4 })).toMatchInlineSnapshot(`"starts 4 tasks; none is restarted"`)
  expect(said({ kind: 'stop', tasks: 1 })).toMatchInlineSnapshot(`"stops 1 task; none is restarted"`)
  expect(said({ kind: 'none' })).toMatchInlineSnapshot(`"restarts no task"`)
})

test('in Korean too', () => {
  expect(said(usual, 'ko')).toMatchInlineSnapshot(
    `"태스크 3개를 하나씩 재시작합니다(stop-first). 3개 중 2개는 계속 실행됩니다. 5초 동안 지켜보며, 실패하면 일시 중지합니다"`,
  )
  expect(said({ ...usual, parallelism: 0, lowestRunning: 0, delayMs: 1_000 }, 'ko')).toMatchInlineSnapshot(
    `"태스크 3개를 한꺼번에 재시작합니다(stop-first). 그동안 실행되는 태스크가 없습니다. 5초 동안 지켜보며, 실패하면 일시 중지합니다"`,
  )
})
