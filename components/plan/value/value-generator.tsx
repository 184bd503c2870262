'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import { Select } from '@/components/ui/form/select'
import {
  type AlphabetName,
  type alphabets,
  entropyBits,
  generateSecret,
  type SecretRecipe,
} from '@/lib/rotation/value/generate-secret'
import { KeyPairGenerator } from './key-pair-generator'

const recipes: Record<SecretRecipe['kind'], SecretRecipe> = {
  characters: { kind: 'characters', length: 32, alphabet: 'alphanumeric' },
  passphrase: { kind: 'passphrase', words: 10 },
  hex: { kind: 'hex', bytes: 32 },
  base64: { kind: 'base64', bytes: 32 },
  uuid: { kind: 'uuid' },
}

const kinds = ['characters', 'passphrase', 'hex', 'base64', 'uuid'] as const
const pairKind = 'keyPair' as const
const alphabetNames = ['alphanumeric', 'unambiguous', 'symbols', 'digits'] as const satisfies (keyof typeof alphabets)[]

/** Makes a value in this browser, by a recipe that the person chooses. */
export function ValueGenerator({ onGenerate }: { onGenerate: (value: string) => void }) {
  const t = useTranslations('plan.value.generator')
  const [recipe, setRecipe] = useState<SecretRecipe>(recipes.characters)
  const [isPair, setIsPair] = useState(false)
  return (
    <fieldset className="flex flex-wrap items-end gap-3 rounded-lg border border-line bg-sunken p-3">
      <legend className="sr-only">{t('label')}</legend>
      <Select
        label={t('kind')}
        value={isPair ? pairKind : recipe.kind}
        options={([...kinds, pairKind] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(value) => {
          setIsPair(value === pairKind)
          const kind = kinds.find((one) => one === value)
          if (kind) setRecipe(recipes[kind])
        }}
        className="w-44"
      />
      {isPair ? (
        <KeyPairGenerator onGenerate={onGenerate} />
      ) : (
        <>
          <RecipeSize recipe={recipe} onChange={setRecipe} />
          <div className="flex flex-col gap-1">
            <p className="text-muted text-sm tabular-nums">{t('strength', { bits: entropyBits(recipe) })}</p>
            <Button onClick={() => onGenerate(generateSecret(recipe))}>{t('generate')}</Button>
          </div>
        </>
      )}
    </fieldset>
  )
}

type SizeProps = { recipe: SecretRecipe; onChange: (recipe: SecretRecipe) => void }

function RecipeSize({ recipe, onChange }: SizeProps) {
  const t = useTranslations('plan.value.generator')
  if (recipe.kind === 'uuid') return null
  if (recipe.kind === 'passphrase') {
    return (
      <Size label={t('words')} value={recipe.words} max={40} onChange={(words) => onChange({ ...recipe, words })} />
    )
  }
  if (recipe.kind !== 'characters') {
    return (
      <Size label={t('bytes')} value={recipe.bytes} max={1024} onChange={(bytes) => onChange({ ...recipe, bytes })} />
    )
  }
  return (
    <>
      <Size
        label={t('length')}
        value={recipe.length}
        max={1024}
        onChange={(length) => onChange({ ...recipe, length })}
      />
      <Select
        label={t('alphabet')}
        value={recipe.alphabet}
        options={alphabetNames.map((name) => ({ value: name, label: t(`alphabets.${name}`) }))}
        onChange={(value) => {
          const alphabet: AlphabetName | undefined = alphabetNames.find((name) => name === value)
          if (alphabet) onChange({ ...recipe, alphabet })
        }}
        className="w-56"
      />
    </>
  )
}

type NumberProps = { label: string; value: number; max: number; onChange: (value: number) => void }

function Size({ label, value, max, onChange }: NumberProps) {
  return <NumberStepper label={label} value={value} min={1} max={max} onChange={onChange} className="w-36" />
}
