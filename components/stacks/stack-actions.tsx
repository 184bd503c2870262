'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { RemoveStack } from './remove-stack'

/** What can be done with a whole stack. */
export function StackActions({ name }: { name: string }) {
  const t = useTranslations('stacks')
  const mayDeploy = useMay('stack.deploy')
  return (
    <>
      <RemoveStack name={name} />
      <ButtonLink
        href={page.editStack(name)}
        variant="primary"
        icon={Pencil}
        disabledReason={!mayDeploy && t('mayNotDeploy')}
      >
        {t('edit')}
      </ButtonLink>
    </>
  )
}
