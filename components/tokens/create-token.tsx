'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { NewTokenRow } from '@/lib/contract/session'
import { NewToken } from './new-token'
import { TokenForm } from './token-form'

/** A button, the form behind it, and the token, which is shown here once and kept only as long as it is shown. */
export function CreateToken({ onCreated }: { onCreated: () => void }) {
  const t = useTranslations('tokens.create')
  const [isOpen, setIsOpen] = useState(false)
  const [made, setMade] = useState<NewTokenRow | null>(null)
  const close = () => {
    setIsOpen(false)
    setMade(null)
  }
  return (
    <>
      <Button variant="primary" icon={Plus} onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && !made && (
        <TokenForm
          onClose={close}
          onCreated={(token) => {
            setMade(token)
            onCreated()
          }}
        />
      )}
      {made && <NewToken made={made} onClose={close} />}
    </>
  )
}
