import { expect, test } from 'vitest'
import { KnownPassword, NewPassword } from './password'
import { NewUserRequest, Username } from './users'

const reasonsOf = (password: string) =>
  NewPassword.safeParse(password).error?.issues.map((issue) => issue.message) ?? []

test.each([
  'bees make honey',
  'wax-comb',
  'ALLCAPITALS',
  '꿀벌은 꿀을 만든다',
  ' spaces at both ends ',
  'x1'.repeat(5).concat('y'),
  'long '.repeat(25),
])('the password %o is taken: only length and fame count', (password) => {
  expect(NewPassword.parse(password)).toBe(password)
})

test.each([
  ['seven77', 'password_too_short'],
  ['x'.repeat(129), 'password_too_long'],
  ['password123', 'password_too_common'],
  ['PassWord123', 'password_too_common'],
  ['1q2w3e4r', 'password_too_common'],
  ['dockerswarm', 'password_too_common'],
  ['aaaaaaaaaaaa', 'password_too_common'],
])('the password %o is refused: %s', (password, reason) => {
  expect(reasonsOf(password)).toContain(reason)
})

test('a password from before the rules can still be entered', () => {
  expect(KnownPassword.parse('password123')).toBe('password123')
  expect(KnownPassword.safeParse('x'.repeat(129)).success).toBe(false)
})

test('Kim and kim are one user', () => {
  expect(Username.parse(' Kim ')).toBe('kim')
})

test.each(['', '.hidden', '-x', 'a b', 'a/b', '<b>', 'ユーザー', 'x'.repeat(65), '../x', 'a\n'.concat('b')])(
  'the username %o is refused',
  (username) => {
    expect(Username.safeParse(username).success).toBe(false)
  },
)

test('a field that nobody asked for is refused', () => {
  const user = { username: 'kim', name: 'Kim', role: 'viewer', password: 'bees make honey' }
  expect(NewUserRequest.safeParse(user).success).toBe(true)
  expect(NewUserRequest.safeParse({ ...user, isOwner: true }).success).toBe(false)
})
