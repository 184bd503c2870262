'use client'

import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { Section } from '@/components/ui/page/section'
import type { RevisionContent } from '@/lib/contract/deploy'

/** What a revision deployed: variables, images by digest, and versions of configs and secrets. */
export function RevisionFacts({ content }: { content: RevisionContent }) {
  const t = useTranslations('revisions.page')
  const { summary } = content.row
  return (
    <>
      <Section title={t('variables')}>
        {summary.variables.length === 0 ? (
          <p className="text-muted">{t('noVariables')}</p>
        ) : (
          <DescriptionList>
            {summary.variables.map((name) => (
              <Description key={name} term={name}>
                <Value content={content} name={name} />
              </Description>
            ))}
          </DescriptionList>
        )}
      </Section>
      <Section title={t('images')}>
        <DescriptionList>
          {Object.entries(summary.images).map(([service, image]) => (
            <Description key={service} term={service}>
              <code className="[overflow-wrap:anywhere]">{image}</code>
            </Description>
          ))}
        </DescriptionList>
      </Section>
      <Objects title={t('configs')} kind="config" names={summary.configs} />
      <Objects title={t('secrets')} kind="secret" names={summary.secrets} />
    </>
  )
}

function Value({ content: { variables, sensitiveVariables }, name }: { content: RevisionContent; name: string }) {
  const t = useTranslations('revisions.page')
  const value = variables[name]
  if (sensitiveVariables.includes(name) || value === undefined) return <span className="text-muted">{t('masked')}</span>
  return <code className="[overflow-wrap:anywhere]">{value === '' ? '""' : value}</code>
}

type ObjectsProps = { title: string; kind: 'config' | 'secret'; names: readonly string[] }

function Objects({ title, kind, names }: ObjectsProps) {
  if (names.length === 0) return null
  return (
    <Section title={title}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {names.map((name) => (
          <li key={name}>
            <ObjectLink kind={kind} name={name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
