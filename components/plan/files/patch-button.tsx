'use client'

import { FileDiff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { useMay } from '@/lib/browser/current-user'
import { PatchDialog } from './patch-dialog'

/** Shows what a stack's file has to say, as a patch. */
export function PatchButton({ stack }: { stack: string }) {
  const t = useTranslations('stackFiles.patch')
  const mayRead = useMay('stack.file.read')
  const show = useShowDialog()
  return (
    <Button
      size="sm"
      icon={FileDiff}
      disabledReason={!mayRead && t('notAllowed')}
      onClick={() => show((close) => <PatchDialog stack={stack} onClose={close} />)}
    >
      {t('show')}
    </Button>
  )
}
