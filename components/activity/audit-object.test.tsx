import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import { AuditObject } from './audit-object'

afterEach(cleanup)

function show(object: string, locale: 'en' | 'ko' = 'en') {
  return render(
    <IntlProvider locale={locale} messages={locale === 'ko' ? ko : en}>
      <AuditObject object={object} />
    </IntlProvider>,
  )
}

test.each([
  ['service shop_web', 'shop_web', '/services/shop_web'],
  ['revision shop 12', 'shop 12', '/stacks/shop/revisions/12'],
])('%s has a page of its own, and is linked by its name', (object, name, href) => {
  show(object)
  expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(href)
})

test.each(['user kim', 'session 3f2', 'something else'])('%s has none, and is told as it is', (object) => {
  const { container } = show(object)
  expect(container.textContent).toBe(object)
  expect(screen.queryByRole('link')).toBeNull()
})

test('what kind of object it is stands in the language of the page', () => {
  expect(show('revision shop 12', 'ko').container.textContent).toBe('리비전 shop 12')
})
