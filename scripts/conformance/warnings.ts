import type { Finding } from '@/lib/compose/finding'
import type { FindingCode } from '@/lib/compose/finding-codes'

/** What the CLI warns of on its standard error, and our findings that say the same. */
const warnings: { pattern: RegExp; codes: readonly FindingCode[]; param: string }[] = [
  { pattern: /^Ignoring unsupported options: (.*)$/gm, codes: ['property_ignored'], param: 'property' },
  { pattern: /^(container_name|expose): (?=Setting|Exposing)/gm, codes: ['property_deprecated'], param: 'property' },
  {
    pattern: /ignoring IP-address \(\[?([0-9a-f.:]+?)\]?:(?:[\d-]*:)?[\d-]+\/\w+\)/g,
    codes: ['port_ip_ignored'],
    param: 'ip',
  },
]

/** Which of the CLI's warnings we do not give, and which of ours it does not. */
export function differingWarnings(stderr: string, findings: readonly Finding[]): string[] {
  return warnings.flatMap(({ pattern, codes, param }) => {
    const expected = [...stderr.matchAll(pattern)].flatMap(([, words = '']) => words.split(', '))
    const own = findings.filter(({ code }) => codes.includes(code)).map(({ params }) => String(params[param]))
    // It says that `restart` is ignored; that it counts, we say in other words.
    const hasRestart = findings.some(({ code }) => code === 'restart_counts' || code === 'restart_does_not_count')
    if (codes.includes('property_ignored') && hasRestart) own.push('restart')
    const missing = [...new Set(expected)].filter((word) => !own.includes(word))
    const extra = [...new Set(own)].filter((word) => !expected.includes(word))
    return [
      ...missing.map((word) => `the CLI warns of ${word}, we do not`),
      ...extra.map((word) => `we warn of ${word} (${codes.join()}), the CLI does not`),
    ]
  })
}
