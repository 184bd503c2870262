'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { RegistryForm } from './registry-form'

/** A button, and the form behind it. */
export function AddRegistry({ onAdded }: { onAdded: () => void }) {
  const t = useTranslations('registries.add')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={Plus} onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <RegistryForm replaced={null} onClose={() => setIsOpen(false)} onSaved={onAdded} />}
    </>
  )
}
