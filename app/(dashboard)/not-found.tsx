import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page/page-header'
import { translator } from '@/lib/i18n/translator'
import { page } from '@/lib/paths/page'

/** For things that are not (any more) in the swarm. */
export default async function NotFound() {
  const t = await translator('common.notFound')
  return (
    <>
      <PageHeader title={t('title')} state={t('object')} />
      <ButtonLink href={page.stacks()}>{t('toStacks')}</ButtonLink>
    </>
  )
}
