'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/form/checkbox'
import { inputStyle } from '@/components/ui/form/input-style'
import { IconButton } from '@/components/ui/icon-button'
import type { StackVariable } from '@/lib/contract/deploy'

type Props = {
  variable: StackVariable
  /** Null where nothing was said: not even that it is empty. */
  value: string | null
  isSensitive: boolean
  onValue: (value: string | null) => void
  onSensitive: (isSensitive: boolean) => void
  onShow: (file: string, line: number) => void
}

/** One variable: where it is used, its value, and whether that is to be hidden. */
export function VariableRow({ variable, value, isSensitive, onValue, onSensitive, onShow }: Props) {
  const t = useTranslations('deploy.variables')
  const id = useId()
  const { name, defaultValue, isRequired, isSet, places } = variable
  const isOpen = value === null && defaultValue === null && !isSet
  const standIn = defaultValue === null ? undefined : t('default', { value: defaultValue })
  const placeholder = value === null && isSet ? t('stored') : standIn
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-3 py-2.5 sm:grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)]">
      <div className="min-w-0 pt-1">
        <label htmlFor={id} className="break-words font-medium font-mono text-[0.93em]">
          {name}
        </label>
        <p className="text-muted text-sm">
          {places.slice(0, 3).map(({ file, line }) => (
            <button
              key={`${file} ${line}`}
              type="button"
              className="mr-2 rounded-sm tabular-nums hover:text-accent hover:underline"
              onClick={() => onShow(file, line)}
            >
              {t('place', { file, line })}
            </button>
          ))}
          {places.length > 3 && t('morePlaces', { count: places.length - 3 })}
        </p>
      </div>
      <div className="min-w-0">
        <ValueField
          id={id}
          value={value}
          isSensitive={isSensitive}
          isOpen={isOpen}
          placeholder={placeholder}
          onValue={onValue}
        />
        {isOpen && (
          <p id={`${id}-hint`} role="alert" className="mt-1 text-failing text-sm">
            {t(isRequired ? 'required' : 'open')}
          </p>
        )}
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Checkbox label={t('sensitive')} checked={isSensitive} onChange={onSensitive} className="text-sm" />
          {isOpen && !isRequired && (
            <Button size="sm" variant="quiet" onClick={() => onValue('')}>
              {t('leaveEmpty')}
            </Button>
          )}
          {value === '' && <span className="text-muted text-sm">{t('isEmpty')}</span>}
          {value !== null && defaultValue !== null && (
            <Button size="sm" variant="quiet" onClick={() => onValue(null)}>
              {t('takeDefault', { value: defaultValue })}
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

type FieldProps = {
  id: string
  value: string | null
  isSensitive: boolean
  isOpen: boolean
  placeholder: string | undefined
  onValue: (value: string | null) => void
}

function ValueField({ id, value, isSensitive, isOpen, placeholder, onValue }: FieldProps) {
  const t = useTranslations('deploy.variables')
  const [isShown, setIsShown] = useState(false)
  // What was said to be empty is emptied again, or taken back, by other means than an empty field.
  const change = (text: string) => onValue(text === '' ? null : text)
  return (
    <span className="flex items-center gap-1">
      <input
        id={id}
        type={isSensitive && !isShown ? 'password' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
        value={value ?? ''}
        placeholder={placeholder}
        aria-invalid={isOpen || undefined}
        aria-describedby={isOpen ? `${id}-hint` : undefined}
        onChange={(event) => change(event.target.value)}
        className={inputStyle('h-8 font-mono pointer-coarse:h-10')}
      />
      {isSensitive && (
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={t(isShown ? 'hide' : 'show')}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        />
      )}
    </span>
  )
}
