'use client'

import { useTranslations } from 'use-intl'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import { Select } from '@/components/ui/form/select'
import type { AlphabetName, alphabets, SecretRecipe } from '@/lib/rotation/value/generate-secret'

/** What each kind of value begins with. */
export const usualRecipes: { [K in SecretRecipe['kind']]: Extract<SecretRecipe, { kind: K }> } = {
  characters: { kind: 'characters', length: 32, alphabet: 'alphanumeric' },
  passphrase: { kind: 'passphrase', words: 10 },
  hex: { kind: 'hex', bytes: 32 },
  base64: { kind: 'base64', bytes: 32 },
  uuid: { kind: 'uuid' },
}

export const recipeKinds = ['characters', 'passphrase', 'hex', 'base64', 'uuid'] as const

const alphabetNames = ['alphanumeric', 'unambiguous', 'symbols', 'digits'] as const satisfies (keyof typeof alphabets)[]

/** The least that may be asked for: of characters, bytes and words. */
export type LeastSizes = { length: number; bytes: number; words: number }

const anySize: LeastSizes = { length: 1, bytes: 1, words: 1 }

type Props = { recipe: SecretRecipe; onChange: (recipe: SecretRecipe) => void; least?: LeastSizes }

/** How long a value becomes, and of which characters it is made. */
export function RecipeSize({ recipe, onChange, least = anySize }: Props) {
  const t = useTranslations('plan.value.generator')
  if (recipe.kind === 'uuid') return null
  if (recipe.kind === 'passphrase') {
    const setWords = (words: number) => onChange({ ...recipe, words })
    return <Size label={t('words')} value={recipe.words} min={least.words} max={40} onChange={setWords} />
  }
  if (recipe.kind !== 'characters') {
    const setBytes = (bytes: number) => onChange({ ...recipe, bytes })
    return <Size label={t('bytes')} value={recipe.bytes} min={least.bytes} max={1024} onChange={setBytes} />
  }
  const setLength = (length: number) => onChange({ ...recipe, length })
  return (
    <>
      <Size label={t('length')} value={recipe.length} min={least.length} max={1024} onChange={setLength} />
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

type SizeProps = { label: string; value: number; min: number; max: number; onChange: (value: number) => void }

function Size(size: SizeProps) {
  return <NumberStepper {...size} className="w-36" />
}
