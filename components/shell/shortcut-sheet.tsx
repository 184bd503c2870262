'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { KeyHint } from '@/components/ui/key-hint'
import { useMay } from '@/lib/browser/current-user'
import { placeGroups } from './places'

type Shortcut = { keys: string; words: string }

/** Every key that does something. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell')
  const mayRead = { activity: useMay('activity.read') }
  const places = placeGroups
    .flat()
    .filter((place) => place.id !== 'activity' || mayRead.activity)
    .flatMap(({ id, key }) => (key ? [{ keys: `g ${key}`, words: t(`place.${id}`) }] : []))
  return (
    <Dialog open onOpenChange={onClose} title={t('shortcuts.title')}>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <ShortcutList title={t('shortcuts.places')} shortcuts={places} />
        <div className="flex flex-col gap-5">
          <ShortcutList
            title={t('shortcuts.anywhere')}
            shortcuts={[
              { keys: 'Ctrl K', words: t('shortcuts.search') },
              { keys: '?', words: t('shortcuts.help') },
            ]}
          />
          <ShortcutList
            title={t('shortcuts.lists')}
            shortcuts={[
              { keys: '/', words: t('shortcuts.filter') },
              { keys: 'j', words: t('shortcuts.next') },
              { keys: 'k', words: t('shortcuts.previous') },
              { keys: 'Enter', words: t('shortcuts.openRow') },
              { keys: '→', words: t('shortcuts.openBelow') },
              { keys: 'x', words: t('shortcuts.select') },
            ]}
          />
        </div>
      </div>
    </Dialog>
  )
}

function ShortcutList({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-muted text-xs">{title}</h3>
      <dl>
        {shortcuts.map(({ keys, words }) => (
          <div key={keys} className="flex items-center justify-between gap-4 py-1">
            <dt>{words}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
