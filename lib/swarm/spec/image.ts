import type { ImageView } from '@/lib/contract/services'

/** `name:tag@sha256:…` in its two parts. */
export function imageOf(image: string | undefined): ImageView {
  const [name = '', digest] = (image ?? '').split('@')
  return { name, digest: digest ?? null }
}
