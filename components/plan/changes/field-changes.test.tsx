import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { signedIn } from '@/components/swarm/testing/signed-in'
import type { Action } from '@/lib/contract/actions'
import type { FieldChange } from '@/lib/plan/plan'
import { type AskValues, FieldChanges } from './field-changes'

const masked: FieldChange = { path: 'environment.PASSWORD', before: null, after: null, isMasked: true }
const image: FieldChange = { path: 'image', before: 'a:1', after: 'a:2', isMasked: false }
const told: FieldChange = { ...masked, before: 'old', after: 'hunter2', isMasked: false }

const ask = vi.fn<AskValues['ask']>(() => Promise.resolve([told, image]))

afterEach(() => {
  cleanup()
  ask.mockClear()
})

function inPage(changes: FieldChange[], may: Action[] = ['service.environment.read'], askValues?: AskValues) {
  return signedIn(may, <FieldChanges changes={changes} askValues={askValues} />)
}

const text = () => document.body.textContent ?? ''

test('a masked value is told when somebody asks for it, and masked again on request', async () => {
  render(inPage([masked, image], undefined, { about: 'one', ask }))
  expect(text()).toContain('another value (not shown)')
  expect(ask).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Show the value' }))
  await screen.findByText('hunter2')
  expect(text()).toContain('old')
  fireEvent.click(screen.getByRole('button', { name: 'Mask them again' }))
  expect(text()).not.toContain('hunter2')
})

test('a masked value that is added or removed is called so', () => {
  render(
    inPage([
      { ...masked, only: 'after' },
      { ...masked, path: 'environment.OLD', only: 'before' },
    ]),
  )
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    'environment.PASSWORDadded (its value is not shown)',
    'environment.OLDremoved (its value is not shown)',
  ])
})

test('the values of one plan are not shown with the next', async () => {
  const { rerender } = render(inPage([masked], undefined, { about: 'one', ask }))
  fireEvent.click(screen.getByRole('button', { name: 'Show the value' }))
  await screen.findByText('hunter2')
  rerender(inPage([{ ...masked }], undefined, { about: 'one', ask }))
  expect(text()).toContain('hunter2')
  rerender(inPage([{ ...masked }], undefined, { about: 'another', ask }))
  await waitFor(() => expect(text()).not.toContain('hunter2'))
})

test('without the right the button stays, says why, and asks for nothing', () => {
  render(inPage([masked], [], { about: 'one', ask }))
  fireEvent.click(screen.getByRole('button', { name: 'Show the value' }))
  expect(ask).not.toHaveBeenCalled()
  expect(text()).toContain('Your role may not see environment values')
})

test('where nothing is masked, or nobody can tell, there is no button', () => {
  render(inPage([image], undefined, { about: 'one', ask }))
  expect(screen.queryByRole('button')).toBeNull()
  cleanup()
  render(inPage([masked]))
  expect(screen.queryByRole('button')).toBeNull()
})
