'use client'

import { Eraser } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { useMay } from '@/lib/browser/current-user'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'

/** From the list of a kind to its versions that may go, for those who may remove them. */
export function CleanUpButton({ kind }: { kind: DataObjectKind }) {
  const t = useTranslations('cleanUp')
  if (!useMay('secret.remove')) return null
  return (
    <ButtonLink variant="quiet" icon={Eraser} href={page.cleanUpKind(kind)}>
      {t('title')}
    </ButtonLink>
  )
}
