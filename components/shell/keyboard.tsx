'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useCurrentUser } from '@/lib/browser/current-user'
import { isTyping } from '@/lib/browser/is-typing'
import { keySequence } from './key-sequence'
import { onOpenPalette } from './palette/open-palette'
import { placeGroups } from './places'

// Loaded when they are opened for the first time.
const Palette = dynamic(() => import('./palette/palette').then(({ Palette }) => Palette), { ssr: false })
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then(({ ShortcutSheet }) => ShortcutSheet), {
  ssr: false,
})

/** Listens to the keys that work on every page, and shows what they open. */
export function Keyboard() {
  const router = useRouter()
  const { may } = useCurrentUser()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)

  useEffect(() => onOpenPalette(() => setOpen('palette')), [])

  useEffect(() => {
    const take = keySequence()
    const onKeyDown = (event: KeyboardEvent) => {
      const action = take(event, isTyping(event.target))
      if (!action) return
      event.preventDefault()
      if (action.command !== 'go') setOpen(action.command)
      else {
        const place = placeGroups.flat().find(({ key }) => key === action.key)
        if (place && may.includes(place.action)) router.push(place.href)
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [router, may])

  const close = () => setOpen(null)
  return (
    <>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <ShortcutSheet onClose={close} />}
    </>
  )
}
