import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { requireUser } from './require-user'
import { signIn } from './sign-in'
import { addUser, caller, firstAdmin, password } from './testing/people'

vi.mock('./password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

const asked = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(asked.headers) }))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirected to ${to}`)
  },
}))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
  asked.headers = new Headers({ host: 'localhost:3000', 'x-skep-path': '/stacks/shop?tab=tasks' })
})
afterEach(() => database.remove())

const as = (token: string) => asked.headers.set('cookie', `skep-session=${token}`)

test('while there is nobody, everybody is sent to set up', async () => {
  await expect(requireUser('stack.read')).rejects.toThrow('redirected to /set-up')
})

test('a stranger is sent to sign in, and comes back to where he wanted to go', async () => {
  await firstAdmin()
  as('wrong')
  await expect(requireUser('stack.read')).rejects.toThrow('redirected to /sign-in?next=%2Fstacks%2Fshop%3Ftab%3Dtasks')
})

test('a page learns who asks and what it may offer him, and nothing of his session', async () => {
  as((await firstAdmin()).token)
  expect(await requireUser('user.manage')).toEqual({
    id: expect.any(String),
    username: 'ada',
    name: 'Ada',
    role: 'admin',
    may: expect.arrayContaining(['user.manage']),
  })
})

test('who may not see a page gets an error that says so', async () => {
  const { admin } = await firstAdmin()
  await addUser(admin, 'kim', 'viewer')
  as((await signIn({ username: 'kim', password }, caller)).token)
  await expect(requireUser('activity.read')).rejects.toThrow('not_allowed')
  expect((await requireUser('stack.read')).may).not.toContain('activity.read')
})
