import { log } from '@/lib/log'

/** A list of those to be told. One that throws does not keep the others from hearing. */
export class Listeners<T> {
  private readonly all = new Set<(news: T) => void>()

  add(listener: (news: T) => void): () => void {
    this.all.add(listener)
    return () => void this.all.delete(listener)
  }

  tell(news: T): void {
    for (const listener of [...this.all]) {
      try {
        listener(news)
      } catch (error) {
        log().error({ err: error }, 'a listener of the live state failed')
      }
    }
  }
}
