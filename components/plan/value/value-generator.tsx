'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/form/select'
import { entropyBits, generateSecret, type SecretRecipe } from '@/lib/rotation/value/generate-secret'
import { KeyPairGenerator } from './key-pair-generator'
import { RecipeSize, recipeKinds, usualRecipes } from './recipe-size'

const pairKind = 'keyPair' as const

/** Makes a value in this browser, by a recipe that the person chooses. */
export function ValueGenerator({ onGenerate }: { onGenerate: (value: string) => void }) {
  const t = useTranslations('plan.value.generator')
  const [recipe, setRecipe] = useState<SecretRecipe>(usualRecipes.characters)
  const [isPair, setIsPair] = useState(false)
  return (
    <fieldset className="flex flex-wrap items-end gap-3 rounded-lg border border-line bg-sunken p-3">
      <legend className="sr-only">{t('label')}</legend>
      <Select
        label={t('kind')}
        value={isPair ? pairKind : recipe.kind}
        options={([...recipeKinds, pairKind] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(value) => {
          setIsPair(value === pairKind)
          const kind = recipeKinds.find((one) => one === value)
          if (kind) setRecipe(usualRecipes[kind])
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
