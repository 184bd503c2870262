'use client'

import { useTranslations } from 'use-intl'
import { Copyable } from '@/components/ui/copyable'
import type { ImageView } from '@/lib/contract/services'

/** An image's name; where the service is pinned to a digest, its beginning, which copies whole. */
export function ImageName({ image }: { image: ImageView }) {
  const t = useTranslations('swarm.image')
  return (
    <span className="inline-flex min-w-0 max-w-full flex-wrap items-center gap-x-2">
      <Copyable value={image.digest ? `${image.name}@${image.digest}` : image.name} className="break-all">
        {image.name}
      </Copyable>
      {image.digest ? (
        <Copyable value={image.digest} className="text-muted text-xs">
          {image.digest.slice(0, 'sha256:'.length + 12)}
        </Copyable>
      ) : (
        <span className="text-muted text-xs">{t('noDigest')}</span>
      )}
    </span>
  )
}
