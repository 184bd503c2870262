'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copyable'
import { Select } from '@/components/ui/form/select'
import { canMakeKeyPairs, generateKeyPair, type KeyPairKind } from '@/lib/rotation/value/key-pair'

const kinds = ['ed25519', 'ec-p256', 'rsa-4096'] as const satisfies KeyPairKind[]

/** Makes a pair of keys in this browser: the private one becomes the value, the public one is there to be copied. */
export function KeyPairGenerator({ onGenerate }: { onGenerate: (privatePem: string) => void }) {
  const t = useTranslations('plan.value.generator')
  const [kind, setKind] = useState<KeyPairKind>('ed25519')
  const [publicPem, setPublicPem] = useState<string | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const make = async () => {
    setIsMaking(true)
    try {
      const pair = await generateKeyPair(kind)
      onGenerate(pair.privatePem)
      setPublicPem(pair.publicPem)
    } finally {
      setIsMaking(false)
    }
  }
  return (
    <>
      <Select
        label={t('algorithm')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`algorithms.${value}`) }))}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'ed25519')}
        className="w-44"
      />
      <Button busy={isMaking} disabledReason={!canMakeKeyPairs() && t('needsHttps')} onClick={() => void make()}>
        {t('generateKeys')}
      </Button>
      {publicPem && (
        <div className="w-full">
          <p className="text-muted text-sm">{t('publicKey')}</p>
          <Copyable value={publicPem}>
            <code className="whitespace-pre-wrap break-all text-sm">{publicPem.trim()}</code>
          </Copyable>
        </div>
      )}
    </>
  )
}
