'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FileButton } from '@/components/plan/value/file-button'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/form/text-area'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { StackPatch } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { base64FromBytes } from '@/lib/rotation/content/text-bytes'

/** Makes the patch of the file that the person has. It is sent for that alone, and kept nowhere. */
export function OwnFile({ stack, onPatch }: { stack: string; onPatch: (patch: StackPatch) => void }) {
  const t = useTranslations('stackFiles.own')
  const [text, setText] = useState('')
  const [name, setName] = useState('compose.yaml')
  const make = useAction(() => callApi<StackPatch>('POST', api.namesBehind(stack), requestOf(name, text)))
  const read = async (file: File) => {
    setName(file.name)
    setText(await file.text())
  }
  const run = async () => {
    const patch = await make.run()
    if (patch) onPatch(patch)
  }
  return (
    <Disclosure summary={t('title')}>
      <div className="flex flex-col items-start gap-3">
        <TextArea
          mono
          label={t('file')}
          hint={t('hint')}
          value={text}
          className="w-full"
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex flex-wrap items-center gap-2">
          <FileButton label={t('choose')} onFile={(file) => void read(file)} />
          <Button
            size="sm"
            variant="primary"
            busy={make.pending}
            disabledReason={text.trim() === '' && t('empty')}
            onClick={() => void run()}
          >
            {t('make')}
          </Button>
        </div>
        <ProblemNotice error={make.error} />
      </div>
    </Disclosure>
  )
}

function requestOf(name: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  const file = { name, sizeBytes: bytes.length, dataBase64: base64FromBytes(bytes) }
  return { files: [file], composeFiles: [name], variables: {} }
}
