import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import { CopyValue } from './copy-value'

vi.mock('@/lib/browser/copy-text', () => ({ copyText: (text: string) => Promise.resolve(text === 'allowed') }))

afterEach(cleanup)

test.each([
  ['allowed', 'Copied'],
  ['refused', 'Could not copy'],
])('what the browser did with the value is said (%s)', async (value, answer) => {
  renderFor([], <CopyValue aria-label="Copy the value of key" readValue={() => value} />)
  fireEvent.click(screen.getByRole('button', { name: 'Copy the value of key' }))
  expect(await screen.findByRole('button', { name: answer })).toBeTruthy()
})
