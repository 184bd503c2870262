import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/page/empty-state'
import { translator } from '@/lib/i18n/translator'
import { page } from '@/lib/paths/page'

/** For things that are not (any more) in the swarm. */
export default async function NotFound() {
  const t = await translator('common.notFound')
  return (
    <EmptyState title={t('title')} action={<ButtonLink href={page.stacks()}>{t('toStacks')}</ButtonLink>}>
      {t('object')}
    </EmptyState>
  )
}
