'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftFile } from '@/components/deploy/draft/draft'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { withText } from '@/components/deploy/draft/edit-draft'
import { FileButton } from '@/components/plan/value/file-button'
import { SecretValueField } from '@/components/plan/value/secret-value-field'
import { useSecretBytes } from '@/components/plan/value/use-secret-bytes'
import { Button } from '@/components/ui/button'
import { StateShape } from '@/components/ui/state-shape'

type Props = {
  store: DraftStore
  file: DraftFile
  /** Becomes a secret; is asked for; or no file of the stack names it. */
  use: 'secret' | 'asked' | 'unused'
}

/** A file that is not edited here: a secret, bytes that are no text, or something that nobody has asked for. */
export function HeldFile({ store, file: { name, body }, use }: Props) {
  const t = useTranslations('deploy.held')
  const [isTyping, setIsTyping] = useState(false)
  const take = async (file: File) => store.hold(name, new Uint8Array(await file.arrayBuffer()))
  const isHere = body.kind === 'held'
  return (
    <div className="flex min-h-56 flex-col items-start gap-3 rounded-md border border-line border-dashed px-5 py-6">
      <p className="flex max-w-prose items-start gap-2">
        <StateShape tone={!isHere && use !== 'unused' ? 'failing' : 'neutral'} className="mt-1.25" />
        <span>
          <span className="font-medium">
            {isHere ? t('held', { sizeBytes: body.sizeBytes }) : t(body.kind === 'lost' ? 'lost' : 'absent')}
          </span>{' '}
          <span className="text-muted">{t(use === 'asked' && !isHere ? 'use.wanted' : `use.${use}`)}</span>
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <FileButton label={isHere ? t('chooseOther') : t('choose')} onFile={(chosen) => void take(chosen)} />
        {use === 'asked' && !isHere && (
          <Button size="sm" onClick={() => store.change((now) => withText(now, name, ''))}>
            {t('write')}
          </Button>
        )}
        {use === 'secret' && (
          <Button size="sm" aria-expanded={isTyping} onClick={() => setIsTyping(!isTyping)}>
            {t('type')}
          </Button>
        )}
      </div>
      {isTyping && use === 'secret' && (
        <TypedSecret
          onTake={(bytes) => {
            store.hold(name, bytes)
            setIsTyping(false)
          }}
        />
      )}
    </div>
  )
}

function TypedSecret({ onTake }: { onTake: (bytes: Uint8Array) => void }) {
  const t = useTranslations('deploy.held')
  const value = useSecretBytes()
  const take = () => {
    onTake(value.control.read())
    value.control.clear()
  }
  return (
    <div className="flex w-full max-w-2xl flex-col gap-3">
      <SecretValueField {...value} />
      <Button className="self-start" disabledReason={value.facts.sizeBytes === 0 && t('noValue')} onClick={take}>
        {t('take')}
      </Button>
    </div>
  )
}
