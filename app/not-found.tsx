import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/page/empty-state'
import { translator } from '@/lib/i18n/translator'
import { page } from '@/lib/paths/page'

/** For addresses that no route has. */
export default async function NotFound() {
  const t = await translator('common.notFound')
  return (
    <main className="mx-auto max-w-prose px-4 py-16">
      <EmptyState title={t('title')} action={<ButtonLink href={page.stacks()}>{t('toStacks')}</ButtonLink>}>
        {t('page')}
      </EmptyState>
    </main>
  )
}
