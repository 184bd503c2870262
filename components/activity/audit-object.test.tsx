import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AuditObject } from './audit-object'

afterEach(cleanup)

test('what has a page of its own is linked by its name', () => {
  render(<AuditObject object="service shop_web" />)
  expect(screen.getByRole('link', { name: 'shop_web' }).getAttribute('href')).toBe('/services/shop_web')
})

test.each(['user kim', 'session 3f2', 'swarm'])('%s has none, and is told as it is', (object) => {
  const { container } = render(<AuditObject object={object} />)
  expect(container.textContent).toBe(object)
  expect(screen.queryByRole('link')).toBeNull()
})
