'use client'

import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { Button } from '@/components/ui/button'
import { StateShape } from '@/components/ui/state-shape'
import { useLive } from '@/lib/browser/use-live'
import { page } from '@/lib/paths/page'
import { movedFromLabel } from '@/lib/rotation/family'

/** The secret that was made of a config; null where there is none. */
export function useMovedTo(config: string): string | null {
  const rows = useLive('secrets', null).view?.rows ?? []
  return rows.find(({ labels }) => labels[movedFromLabel] === config)?.name ?? null
}

/** What the config holds is a secret now, so it is not shown by itself any more. */
export function MovedNotice({ secret, onShow }: { secret: string; onShow: () => void }) {
  const t = useTranslations('configs.toSecret')
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-4 py-3">
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <StateShape tone="neutral" className="mt-1.25" />
        <p className="max-w-prose">
          {t.rich('moved', { secret, link: linkTag(page.secret(secret)) })}
          <span className="block text-muted text-sm">{t('movedText')}</span>
        </p>
      </div>
      <Button size="sm" onClick={onShow}>
        {t('show')}
      </Button>
    </div>
  )
}
