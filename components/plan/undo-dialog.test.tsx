import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { StackFileChange } from '@/lib/contract/stack-files'
import type { Plan } from '@/lib/plan/plan'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { operationOf } from '@/lib/plan/testing/operation'
import { fileChange } from './files/testing/file-change'
import { UndoDialog } from './undo-dialog'

const title = { code: 'undo-rotate-config' as const, params: { name: 'web', successor: 'web_v2' } }
const plan: Plan = { schema: 1, swarmId: 's', title, steps: [movingStep('shop_api')], notes: [], undoes: 'operation-1' }
const change = fileChange('revision', { line: 7, before: 'name: web_v2', after: 'name: web' })

let stackFiles: StackFileChange[]
beforeEach(() => {
  stackFiles = [change]
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ plan, digest: 'd1', stackFiles })))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function unfolded() {
  renderFor([], <UndoDialog operation={operationOf(plan)} open onOpenChange={() => {}} />)
  const files = await screen.findByRole('region', { name: 'What the stack files will say' })
  expect(within(files).queryByRole('link')).toBeNull()
  fireEvent.click(within(files).getByRole('button', { name: 'What the stack files will say' }))
  return files
}

test('a file that comes back as it was is told by its revision', async () => {
  stackFiles = [{ ...change, files: [], comesBack: 3 }]
  const files = await unfolded()
  expect(within(files).getByRole('link', { name: 'revision 3' }).getAttribute('href')).toBe('/stacks/shop/revisions/3')
})

test('what the stack files will say is folded away below the plan of the way back', async () => {
  const files = await unfolded()
  expect(within(files).getByRole('link', { name: 'shop' })).toBeTruthy()
  expect(files.textContent).toContain('name: web_v2')
})
