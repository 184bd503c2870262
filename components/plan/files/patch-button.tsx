'use client'

import { FileDiff } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useMay } from '@/lib/browser/current-user'
import { PatchDialog } from './patch-dialog'

/** Shows what a stack's file has to say, as a patch. */
export function PatchButton({ stack }: { stack: string }) {
  const t = useTranslations('stackFiles.patch')
  const mayRead = useMay('stack.file.read')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="sm" icon={FileDiff} disabledReason={!mayRead && t('notAllowed')} onClick={() => setIsOpen(true)}>
        {t('show')}
      </Button>
      {isOpen && <PatchDialog stack={stack} onClose={() => setIsOpen(false)} />}
    </>
  )
}
