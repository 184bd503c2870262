import { isSameJson } from '@/lib/swarm/same-json'

/** One document as it was last sent. */
export class DocumentFeed {
  /** Undefined until it is made for the first time. */
  private document: object | null | undefined
  private isTouched = true

  touch(): void {
    this.isTouched = true
  }

  get hasNews(): boolean {
    return this.isTouched
  }

  current(): object | null {
    return this.document ?? null
  }

  /** Makes the document again and tells whether it came out different. */
  update(make: () => object | null): boolean {
    this.isTouched = false
    const document = make()
    if (this.document !== undefined && isSameJson(this.document, document)) return false
    this.document = document
    return true
  }
}
