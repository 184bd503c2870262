'use client'

import { clsx } from 'clsx'
import { Eye, EyeOff, Sparkles } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/form/checkbox'
import { TextArea } from '@/components/ui/form/text-area'
import { CopyValue } from './copy-value'
import { FileButton } from './file-button'
import { useFileDrop } from './use-file-drop'
import type { SecretValue, ValueFacts } from './use-secret-bytes'
import { ValueGenerator } from './value-generator'

/** The engine takes fewer bytes than this. */
export const secretLimitBytes = 512_000

// Every letter a disc, as in a password field, which cannot have lines.
const masked: CSSProperties & { WebkitTextSecurity: string } = { WebkitTextSecurity: 'disc' }

/** A secret's value: typed, uploaded or generated. Hidden until asked for, and never in React's hands. */
export function SecretValueField({ facts, control, fieldRef }: SecretValue) {
  const t = useTranslations('plan.value')
  const [isShown, setIsShown] = useState(false)
  const [isGenerating, setIsGenerating] = useState(false)
  const [hadReturns, setHadReturns] = useState(false)
  const isOver = useFileDrop((file) => void control.upload(file))
  const noCopyReason = useNoCopyReason(facts)
  const isOutOfField = facts.fileName !== null || facts.isSubmitted

  return (
    <div className={clsx('flex flex-col gap-3 rounded-lg', isOver && 'outline-2 outline-focus outline-offset-4')}>
      {/* It stays where it is not used: a value can be typed into it again. */}
      <div hidden={isOutOfField}>
        <TextArea
          ref={fieldRef}
          label={t('label')}
          hideLabel
          mono
          rows={3}
          style={isShown ? undefined : masked}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          data-1p-ignore
          data-lpignore="true"
          onChange={() => control.measure()}
          onPaste={(event) => setHadReturns(event.clipboardData.getData('text').includes('\r'))}
          hint={hadReturns ? t('returnsLost') : undefined}
        />
      </div>
      {isOutOfField && (
        <p className="rounded-lg border border-line px-3 py-2">
          {facts.isSubmitted ? t('submitted') : t('file', { name: facts.fileName ?? '' })}{' '}
          <Button variant="quiet" size="sm" onClick={() => control.clear()}>
            {t(facts.isSubmitted ? 'typeAnother' : 'removeFile')}
          </Button>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          icon={isShown ? EyeOff : Eye}
          aria-pressed={isShown}
          disabledReason={facts.isSubmitted && t('goneBySubmitting')}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? t('hide') : t('show')}
        </Button>
        <CopyValue readValue={() => control.text()} disabledReason={noCopyReason} />
        <Button
          size="sm"
          icon={Sparkles}
          aria-expanded={isGenerating}
          onClick={() => {
            if (isOutOfField) control.clear()
            setIsGenerating(!isGenerating)
          }}
        >
          {t('generate')}
        </Button>
        <FileButton label={t('upload')} onFile={(file) => void control.upload(file)} />
        <ByteCount sizeBytes={facts.sizeBytes} />
      </div>
      {isGenerating && <ValueGenerator onGenerate={(text) => control.write(text)} />}
      <Checkbox
        label={t('lineFeed')}
        hint={t('lineFeedHint')}
        checked={facts.addsLineFeed}
        disabled={isOutOfField}
        onChange={(adds) => control.measure(adds)}
      />
    </div>
  )
}

function useNoCopyReason({ fileName, isSubmitted, sizeBytes }: ValueFacts): string | false {
  const t = useTranslations('plan.value')
  if (isSubmitted) return t('goneBySubmitting')
  return fileName !== null ? t('copyFile') : sizeBytes === 0 && t('copyNothing')
}

function ByteCount({ sizeBytes }: { sizeBytes: number }) {
  const t = useTranslations('plan.value')
  const isTooLarge = sizeBytes >= secretLimitBytes
  return (
    <span aria-live="polite" className={`ml-auto text-sm tabular-nums ${isTooLarge ? 'text-failing' : 'text-muted'}`}>
      {t(isTooLarge ? 'tooLarge' : 'bytes', { sizeBytes, limit: secretLimitBytes })}
    </span>
  )
}
