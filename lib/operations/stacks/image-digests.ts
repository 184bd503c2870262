import 'server-only'
import type { Images, RegistryAnswer } from '@/lib/deploy/resolve-image'
import { engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import { registryAuthFor } from '@/lib/registries/registry-auth'

/** A person waits for the plan. A registry that is slower than this is taken for silent; the nodes still find it. */
const limitMs = 3_000

/** While one types, the same images are asked for again and again; and an approval must find what was approved. */
const freshMs = 60_000
/** Credentials may have been entered meanwhile. */
const silenceMs = 15_000
const mostKept = 2_000

type Known = { until: number; answer: Promise<RegistryAnswer> }

const g = globalThis as typeof globalThis & { skepImages?: Map<string, Known> }

/** What the images' registries say, all asked at once. Null where one does not answer in time, or does not know it. */
export async function imageDigests(images: readonly string[]): Promise<Images> {
  const answers = await Promise.all(images.map(async (image) => [image, await digestOf(image)] as const))
  return new Map(answers)
}

function digestOf(image: string): Promise<RegistryAnswer> {
  g.skepImages ??= new Map()
  const known = g.skepImages.get(image)
  if (known && Date.now() < known.until) return known.answer
  const answer = askRegistry(image)
  const entry: Known = { until: Date.now() + freshMs, answer }
  void forgetSoonIfSilent(entry)
  g.skepImages.delete(image)
  g.skepImages.set(image, entry)
  const [oldest] = g.skepImages.keys()
  if (oldest !== undefined && g.skepImages.size > mostKept) g.skepImages.delete(oldest)
  return answer
}

/** Whoever does not answer now may do so soon. */
async function forgetSoonIfSilent(entry: Known): Promise<void> {
  if (!(await entry.answer)) entry.until = Date.now() + silenceMs
}

async function askRegistry(image: string): Promise<RegistryAnswer> {
  try {
    const registryAuth = await registryAuthFor(image)
    const { digest, platforms } = await engine().inspectDistribution({ image, registryAuth, limitMs })
    return digest === '' ? null : { digest, platforms }
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}
