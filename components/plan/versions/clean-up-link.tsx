'use client'

import { useTranslations } from 'use-intl'
import { Link } from '@/components/ui/link'
import { useMay } from '@/lib/browser/current-user'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'

/** From the versions of a family to what says of each why it has to stay; for those who may remove them. */
export function CleanUpLink({ kind, family }: { kind: DataObjectKind; family: string }) {
  const t = useTranslations('cleanUp')
  const mayRemove = useMay('secret.remove')
  if (!mayRemove) return null
  return (
    <p className="mt-3 text-sm">
      <Link href={page.cleanUpFamily(kind, family)}>{t('link')}</Link>
    </p>
  )
}
