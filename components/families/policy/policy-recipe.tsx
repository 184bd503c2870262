'use client'

import { useTranslations } from 'use-intl'
import { type LeastSizes, RecipeSize, recipeKinds, usualRecipes } from '@/components/plan/value/recipe-size'
import { Select } from '@/components/ui/form/select'
import { entropyBits, type SecretRecipe } from '@/lib/rotation/value/generate-secret'

/** Shorter ones are no secrets when nobody looks at them. */
const least: LeastSizes = { length: 8, bytes: 4, words: 3 }

type Props = { recipe: SecretRecipe | null; onChange: (recipe: SecretRecipe | null) => void }

/** How a new value is made, or that a person enters it each time. */
export function PolicyRecipe({ recipe, onChange }: Props) {
  const t = useTranslations('policies')
  const generator = useTranslations('plan.value.generator')
  return (
    <fieldset className="flex flex-wrap items-end gap-3">
      <legend className="sr-only">{t('facts.value')}</legend>
      <Select
        label={t('facts.value')}
        value={recipe?.kind ?? ''}
        options={[
          ...recipeKinds.map((kind) => ({ value: kind, label: generator(`kinds.${kind}`) })),
          { value: '', label: t('recipe.typed') },
        ]}
        onChange={(value) => {
          const kind = recipeKinds.find((one) => one === value)
          onChange(kind ? usualRecipes[kind] : null)
        }}
        className="w-64"
      />
      {recipe && (
        <>
          <RecipeSize recipe={recipe} onChange={onChange} least={least} />
          <p className="pb-1.5 text-muted text-sm tabular-nums">
            {generator('strength', { bits: entropyBits(recipe) })}
          </p>
        </>
      )}
      <p className="basis-full text-muted text-sm">{t(recipe ? 'generatedHint' : 'typedHint')}</p>
    </fieldset>
  )
}
