'use client'

import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { inputStyle } from '@/components/ui/form/input-style'
import { KeyHint } from '@/components/ui/key-hint'
import { isTyping } from '@/lib/browser/is-typing'

type Props = { label: string; value: string; onChange: (value: string) => void }

/** Narrows a list by typing. `/` goes to the first one of the page, Escape empties it. */
export function FilterField({ label, value, onChange }: Props) {
  const t = useTranslations('ui.table')
  const input = useRef<HTMLInputElement>(null)
  useSlashKey(input)
  return (
    <span className="relative flex w-full items-center md:w-64">
      <Search aria-hidden className="pointer-events-none absolute left-2.5 size-3.5 text-faint" />
      <input
        ref={input}
        type="search"
        data-filter
        aria-label={label}
        placeholder={t('filter')}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (value) onChange('')
          else event.currentTarget.blur()
        }}
        className={inputStyle(clsx('peer h-8 pr-8 pl-8 pointer-coarse:h-10'))}
      />
      {value ? (
        <button
          type="button"
          aria-label={t('clear')}
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <span aria-hidden className="pointer-events-none absolute right-2 peer-focus:hidden pointer-coarse:hidden">
          <KeyHint keys="/" />
        </span>
      )}
    </span>
  )
}

function useSlashKey(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || isTyping(event.target)) return
      if (document.querySelector('[data-filter]') !== input.current) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
