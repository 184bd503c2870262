'use client'

import { Braces } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CodeView } from '@/components/ui/code-view'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import type { AuditRow } from '@/lib/contract/session'

/** What a row of the log has to tell beyond its line, as it is stored. */
export function AuditDetail({ row }: { row: AuditRow }) {
  const t = useTranslations('activity')
  const [isOpen, setIsOpen] = useState(false)
  const title = t('details', { sequence: row.sequence })
  if (Object.keys(row.detail).length === 0) return <span className="size-7" />
  return (
    <>
      <IconButton size="sm" icon={Braces} label={title} onClick={() => setIsOpen(true)} />
      <Dialog open={isOpen} onOpenChange={setIsOpen} title={title}>
        <CodeView label={title} code={JSON.stringify(row.detail, null, 2)} wrap />
      </Dialog>
    </>
  )
}
