'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Checkbox } from '@/components/ui/form/checkbox'
import { TextField } from '@/components/ui/form/text-field'

type Props = {
  /** What is named now; null for a new file. */
  name: string | null
  taken: readonly string[]
  onClose: () => void
  onName: (name: string, isCompose: boolean) => void
}

/** Names a file, as a path from the first Compose file's folder. */
export function NameDialog({ name, taken, onClose, onName }: Props) {
  const t = useTranslations('deploy.files')
  const common = useTranslations('common')
  const [typed, setTyped] = useState(name ?? '')
  const [isCompose, setIsCompose] = useState(false)
  const wanted = typed.trim()
  const problem = taken.includes(wanted) && wanted !== name ? t('taken') : undefined
  const isGood = wanted !== '' && !problem && !wanted.endsWith('/')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={name === null ? t('new') : t('renameTitle', { name })}
      description={t('nameHint')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form="name-file" variant="primary" disabled={!isGood}>
            {name === null ? t('create') : t('rename')}
          </Button>
        </>
      }
    >
      <form
        id="name-file"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isGood) onName(wanted, isCompose)
        }}
      >
        <TextField
          label={t('name')}
          mono
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder="conf/app.json"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={problem}
        />
        {name === null && (
          <Checkbox label={t('isCompose')} hint={t('isComposeHint')} checked={isCompose} onChange={setIsCompose} />
        )}
      </form>
    </Dialog>
  )
}
