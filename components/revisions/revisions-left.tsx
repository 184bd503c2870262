'use client'

import { useTranslations } from 'use-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Section } from '@/components/ui/page/section'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { RevisionsTab } from './revisions-tab'
import { useRevisions } from './use-revisions'

/** What is left of a stack that was removed: it can be deployed again from any of its revisions. */
export function RevisionsLeft({ stack }: { stack: string }) {
  const t = useTranslations('revisions.left')
  const mayDeploy = useMay('stack.deploy')
  const { revisions } = useRevisions(stack)
  if (!revisions || revisions.length === 0) return null
  return (
    <Section
      title={t('title')}
      description={t('text')}
      actions={
        mayDeploy && (
          <ButtonLink href={page.editStack(stack)} variant="primary">
            {t('deploy')}
          </ButtonLink>
        )
      }
    >
      <RevisionsTab stack={stack} />
    </Section>
  )
}
