'use client'

import { useTranslations } from 'use-intl'
import { entropyBits, type SecretRecipe } from '@/lib/rotation/value/generate-secret'

/** How a value is made, in words: "32 characters, letters and digits (about 190 bits)". */
export function useRecipeText(): (recipe: SecretRecipe | null) => string {
  const t = useTranslations('policies.recipe')
  const generator = useTranslations('plan.value.generator')
  return (recipe) => {
    if (recipe === null) return t('typed')
    const bits = generator('strength', { bits: entropyBits(recipe) })
    if (recipe.kind === 'uuid') return `UUID (${bits})`
    if (recipe.kind === 'passphrase') return `${t('passphrase', { words: recipe.words })} (${bits})`
    if (recipe.kind !== 'characters') return `${t(recipe.kind, { bytes: recipe.bytes })} (${bits})`
    const alphabet = generator(`alphabets.${recipe.alphabet}`)
    return `${t('characters', { length: recipe.length, alphabet })} (${bits})`
  }
}
