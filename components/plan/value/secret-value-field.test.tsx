import { act, fireEvent, render, screen } from '@testing-library/react'
import { Tooltip } from 'radix-ui'
import { useEffect } from 'react'
import { IntlProvider } from 'use-intl'
import { beforeEach, expect, test } from 'vitest'
import en from '@/messages/en.json'
import { SecretValueField } from './secret-value-field'
import { type SecretValue, useSecretBytes } from './use-secret-bytes'

let value: SecretValue

function Form() {
  const held = useSecretBytes()
  useEffect(() => {
    value = held
  })
  return <SecretValueField {...held} />
}

beforeEach(() => {
  document.body.innerHTML = ''
  render(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <Tooltip.Provider>
        <Form />
      </Tooltip.Provider>
    </IntlProvider>,
  )
})

const field = () => screen.getByLabelText<HTMLTextAreaElement>('New value')
const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
const sent = () => new TextDecoder().decode(value.control.read())

test('exactly what is typed is sent, with its size in bytes shown', () => {
  type('pass\nwörd')
  expect(sent()).toBe('pass\nwörd')
  expect(screen.getByText('10 bytes')).toBeDefined()
})

test('a line feed is added only when somebody asks for it', () => {
  type('password')
  fireEvent.click(screen.getByLabelText(/Add a line feed/))
  expect(sent()).toBe('password\n')
  expect(value.facts.sizeBytes).toBe(9)
})

test('an empty field stays empty, line feed or not', () => {
  fireEvent.click(screen.getByLabelText(/Add a line feed/))
  expect(value.control.read()).toHaveLength(0)
})

test('an uploaded file is sent byte for byte, and takes the place of what was typed', async () => {
  type('typed')
  await act(() => value.control.upload(new File([Uint8Array.from([0xff, 0x0a])], 'key.der')))
  expect([...value.control.read()]).toEqual([0xff, 0x0a])
  expect(screen.getByText(/key\.der/)).toBeDefined()
  expect(field().value).toBe('')
})

test('a generated value goes into the field', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Generate' }))
  fireEvent.click(screen.getByRole('button', { name: 'Generate here, in the browser' }))
  expect(field().value).toMatch(/^[A-Za-z0-9]{32}$/)
  expect(sent()).toBe(field().value)
})

test('after it was cleared nothing of it is left in the page, nor in what React holds', () => {
  type('canary-5c1d')
  act(() => value.control.clear())
  expect(field().value).toBe('')
  expect(document.documentElement.outerHTML).not.toContain('canary-5c1d')
  expect(JSON.stringify(value.facts)).not.toContain('canary-5c1d')
  expect(value.control.read()).toHaveLength(0)
})

test('what was submitted is in no field any more, and can be sent again but not seen', () => {
  type('canary-7a02')
  fireEvent.click(screen.getByLabelText(/Add a line feed/))
  let submitted: Uint8Array = new Uint8Array()
  act(() => {
    submitted = value.control.submit()
  })
  expect(new TextDecoder().decode(submitted)).toBe('canary-7a02\n')
  expect(field().value).toBe('')
  expect(document.documentElement.outerHTML).not.toContain('canary-7a02')
  expect(JSON.stringify(value.facts)).not.toContain('canary-7a02')
  expect(screen.getByText('12 bytes')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Copy' }).getAttribute('aria-disabled')).toBe('true')
  expect(new TextDecoder().decode(value.control.submit())).toBe('canary-7a02\n')
  fireEvent.click(screen.getByRole('button', { name: 'Type another value' }))
  type('another')
  expect(sent()).toBe('another\n')
})

test('a value that is generated after one was submitted, or chosen as a file, takes its place', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Generate' }))
  const generate = () => fireEvent.click(screen.getByRole('button', { name: 'Generate here, in the browser' }))
  generate()
  const first = sent()
  act(() => void value.control.submit())
  generate()
  expect(field().value).toMatch(/^[A-Za-z0-9]{32}$/)
  expect(sent()).toBe(field().value)
  expect(sent()).not.toBe(first)
  await act(() => value.control.upload(new File(['bytes'], 'key.der')))
  generate()
  expect(sent()).toBe(field().value)
})

test('browsers and password managers are told to keep out', () => {
  expect(field().getAttribute('autocomplete')).toBe('off')
  expect(field().getAttribute('spellcheck')).toBe('false')
  expect(field().name).toBe('')
})
