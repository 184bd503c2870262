import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test, vi } from 'vitest'
import type { ContentFormat } from '@/lib/contract/data-objects'
import messages from '@/messages/en.json'
import { ContentView } from './content-view'

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

function show(text: string | Uint8Array, format: ContentFormat) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
  return render(
    <IntlProvider locale="en" messages={messages}>
      <ContentView name="settings" bytes={bytes} format={format} />
    </IntlProvider>,
  )
}

const modes = () => screen.queryAllByRole('button').map((button) => button.textContent)

test('JSON is formatted first, with the text as it is beside it', () => {
  show('{"a":1}', 'json')
  expect(modes()).toEqual(['Formatted', 'As it is', 'Bytes'])
  expect(screen.getByRole('figure').textContent).toContain('  "a": 1')
})

test('an INI file is a table, with sections as headings', () => {
  show('[smtp]\nhost=mail', 'ini')
  expect(screen.getByRole('heading').textContent).toBe('[smtp]')
  expect(screen.getByRole('term').textContent).toBe('host')
  expect(screen.getByRole('definition').textContent).toBe('mail')
})

test('YAML, TOML, XML and text are shown as they are', () => {
  for (const format of ['yaml', 'toml', 'xml', 'text'] as const) {
    show('a: 1', format)
    expect(modes()).toEqual(['As it is', 'Bytes'])
    cleanup()
    vi.unstubAllGlobals()
  }
})

test('binary content has one form only, so there is nothing to choose', () => {
  show(Uint8Array.of(0, 1, 2), 'binary')
  expect(modes()).toEqual([])
  expect(screen.getByRole('figure', { name: 'Bytes of settings' })).toBeTruthy()
})

test('a choice of form is in the URL', () => {
  show('{"a":1}', 'json')
  fireEvent.click(screen.getByRole('button', { name: 'As it is' }))
  expect(window.location.search).toBe('?view=text')
})

test('what looks like a secret is pointed out without being repeated', () => {
  show('host=db\npassword=hunter2', 'text')
  const warning = screen.getByText(/Line 2 looks like a secret \(password\)/)
  expect(warning.parentElement?.textContent).not.toContain('hunter2')
})
