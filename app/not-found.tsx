import { ButtonLink } from '@/components/ui/button-link'
import { Logo } from '@/components/ui/logo'
import { PageHeader } from '@/components/ui/page/page-header'
import { translator } from '@/lib/i18n/translator'
import { page } from '@/lib/paths/page'

/** For addresses that no route has. */
export default async function NotFound() {
  const t = await translator('common.notFound')
  return (
    <main className="mx-auto max-w-prose px-4 pt-[12vh] pb-10">
      <Logo className="mb-6 size-9" />
      <PageHeader title={t('title')} state={t('page')} />
      <ButtonLink href={page.stacks()}>{t('toStacks')}</ButtonLink>
    </main>
  )
}
