import { render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { beforeEach, expect, test } from 'vitest'
import { AppError } from '@/lib/errors/app-error'
import en from '@/messages/en.json'
import { SuccessorName } from './successor-name'

beforeEach(() => {
  document.body.innerHTML = ''
})

const taken = new AppError('name_taken', { kind: 'secret', name: 'key_v2' })

function field(proposed: string, typed = '') {
  render(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <SuccessorName typed={typed} proposed={proposed} error={taken} onChange={() => {}} />
    </IntlProvider>,
  )
  return screen.getByLabelText('Name of the new version')
}

test('a name that is taken is told at its field', () => {
  expect(field('', 'key_v2').getAttribute('aria-invalid')).toBe('true')
})

test('the name that is proposed instead is not called taken', () => {
  expect(field('key_v3').getAttribute('aria-invalid')).not.toBe('true')
  expect(screen.queryByText(/taken/)).toBeNull()
})
