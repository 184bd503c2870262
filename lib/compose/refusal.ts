import type { Finding } from './finding'

/** Thrown within lib/compose where the CLI would give up. The first finding is what the CLI reports. */
export class ComposeRefusal extends Error {
  override readonly name = 'ComposeRefusal'

  constructor(readonly findings: readonly [Finding, ...Finding[]]) {
    super(findings[0].code)
  }
}
