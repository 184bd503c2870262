'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { type CreatedKind, CreateObjectDialog } from './create-object-dialog'

const rights = { network: 'network.create', config: 'config.create', secret: 'secret.create' } as const

/** Where a created thing is seen; a network is in the list that one is on. */
const places: Record<CreatedKind, (name: string) => string | null> = {
  network: () => null,
  config: page.config,
  secret: page.secret,
}

/** Opens the dialog that makes a network, config or secret. */
export function NewObject({ kind }: { kind: CreatedKind }) {
  const t = useTranslations('plan.create')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const mayCreate = useMay(rights[kind])
  const show = (name: string) => {
    const place = places[kind](name)
    if (place) router.push(place)
  }
  return (
    <>
      <Button icon={Plus} disabledReason={!mayCreate && t('notAllowed')} onClick={() => setIsOpen(true)}>
        {t(`title.${kind}`)}
      </Button>
      {isOpen && <CreateObjectDialog kind={kind} name="" onClose={() => setIsOpen(false)} onCreated={show} />}
    </>
  )
}
