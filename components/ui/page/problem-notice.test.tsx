import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '@/lib/errors/app-error'
import messages from '@/messages/en.json'
import { ProblemNotice } from './problem-notice'

afterEach(cleanup)

function textOf(error: AppError): string | null {
  render(
    <IntlProvider locale="en" messages={messages} timeZone="UTC" now={new Date(0)}>
      <ProblemNotice error={error} />
    </IntlProvider>,
  )
  return screen.getByRole('alert').textContent
}

test('what somebody else holds is refused with who and since when', () => {
  const since = Date.now() - 5 * 60_000
  expect(textOf(new AppError('locked', { operation: 'o', actor: 'Ann', since }))).toContain(
    'Begun by Ann, 5 minutes ago.',
  )
})

test('of another failure nobody is named', () => {
  expect(textOf(new AppError('no_quorum'))).not.toContain('Begun by')
})
