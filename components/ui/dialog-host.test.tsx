import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test, vi } from 'vitest'
import messages from '@/messages/en.json'
import { Dialog } from './dialog'
import { DialogHost, useShowDialog } from './dialog-host'
import { TooltipProvider } from './tooltip'

let pathname = '/secrets/key'
vi.mock('next/navigation', () => ({ usePathname: () => pathname }))

afterEach(() => {
  cleanup()
  pathname = '/secrets/key'
})

let remove: () => void
let goTo: (path: string) => void

/** A live row: it can go away at any time. */
function Row() {
  const [isThere, setIsThere] = useState(true)
  useEffect(() => {
    remove = () => setIsThere(false)
  }, [])
  return isThere && <Opener />
}

function Opener() {
  const show = useShowDialog()
  const open = () => show((close) => <Dialog open onOpenChange={close} title="Go to key_v1" />)
  return (
    <button type="button" onClick={open}>
      Go back
    </button>
  )
}

function Page() {
  const [, draw] = useState('')
  useEffect(() => {
    goTo = (path) => {
      pathname = path
      draw(path)
    }
  }, [])
  return (
    <IntlProvider locale="en" messages={messages}>
      <main tabIndex={-1}>
        <TooltipProvider>
          <DialogHost>
            <Row />
          </DialogHost>
        </TooltipProvider>
      </main>
    </IntlProvider>
  )
}

function openDialog() {
  render(<Page />)
  screen.getByRole('button', { name: 'Go back' }).focus()
  fireEvent.click(screen.getByRole('button', { name: 'Go back' }))
}

const dialog = () => screen.queryByRole('dialog', { name: 'Go to key_v1' })
const close = () => fireEvent.click(screen.getByRole('button', { name: 'Close' }))

test('a dialog stays when the row that opened it goes away, and then gives the focus to the page', async () => {
  openDialog()
  act(() => remove())
  expect(screen.queryByText('Go back')).toBeNull()
  expect(dialog()).not.toBeNull()
  close()
  expect(dialog()).toBeNull()
  await waitFor(() => expect(document.activeElement?.tagName).toBe('MAIN'))
})

test('while the row is there, the focus goes back to it', async () => {
  openDialog()
  await waitFor(() => expect(document.activeElement?.textContent).not.toBe('Go back'))
  close()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Go back'))
})

test('a dialog is gone with the page that it was opened on', () => {
  openDialog()
  act(() => goTo('/operations/1'))
  expect(dialog()).toBeNull()
  act(() => goTo('/secrets/key'))
  expect(dialog()).toBeNull()
})
