import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { SWRConfig } from 'swr'
import { IntlProvider } from 'use-intl'
import { DialogHost } from '@/components/ui/dialog-host'
import { TooltipProvider } from '@/components/ui/tooltip'
import { CurrentUserProvider } from '@/lib/browser/current-user'
import type { Action } from '@/lib/contract/actions'
import messages from '@/messages/en.json'

/** Something as on a signed-in page that has read nothing yet, for somebody who may do these things. */
export function signedIn(may: Action[], children: ReactNode) {
  const user = { id: 'u', username: 'kim', name: 'Kim', role: 'operator' as const, may }
  return (
    <IntlProvider locale="en" messages={messages} timeZone="UTC" now={new Date(0)}>
      <CurrentUserProvider user={user}>
        <SWRConfig value={{ provider: () => new Map() }}>
          <TooltipProvider>
            <DialogHost>{children}</DialogHost>
          </TooltipProvider>
        </SWRConfig>
      </CurrentUserProvider>
    </IntlProvider>
  )
}

export function renderFor(may: Action[], children: ReactNode) {
  return render(signedIn(may, children))
}
