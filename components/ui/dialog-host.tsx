'use client'

import { usePathname } from 'next/navigation'
import { createContext, Fragment, type ReactNode, useCallback, useContext, useRef, useState } from 'react'

type Shown = { key: number; dialog: ReactNode }

/** Gets what closes the dialog, and answers the dialog. */
type Make = (close: () => void) => ReactNode

const Context = createContext<((make: Make) => void) | null>(null)

/**
 * Where dialogs stand that were opened from something live. What they hang on may go away while somebody reads: they stay,
 * until they are closed or another page is gone to.
 */
export function DialogHost({ children }: { children: ReactNode }) {
  const pathname = usePathname()
  const keys = useRef(0)
  const [shown, setShown] = useState<{ on: string | null; dialogs: Shown[] }>({ on: pathname, dialogs: [] })
  if (shown.on !== pathname) setShown({ on: pathname, dialogs: [] })
  const show = useCallback((make: Make) => {
    const key = keys.current++
    const close = () => setShown((last) => ({ ...last, dialogs: last.dialogs.filter((one) => one.key !== key) }))
    setShown((last) => ({ ...last, dialogs: [...last.dialogs, { key, dialog: make(close) }] }))
  }, [])
  return (
    <Context value={show}>
      {children}
      {shown.dialogs.map(({ key, dialog }) => (
        <Fragment key={key}>{dialog}</Fragment>
      ))}
    </Context>
  )
}

/** Opens a dialog that outlives the row or the button that opens it. */
export function useShowDialog(): (make: Make) => void {
  const show = useContext(Context)
  if (!show) throw new Error('there is no host for dialogs around this')
  return show
}
