'use client'

import { useTranslations } from 'use-intl'
import { type CreatedKind, CreateObjectDialog } from '@/components/plan/create/create-object-dialog'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { StateShape } from '@/components/ui/state-shape'
import { useMay } from '@/lib/browser/current-user'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { TextEdit } from '@/lib/compose/finding'
import type { DeployProblem, DeployRemedy } from '@/lib/contract/deploy'

type Props = {
  problems: readonly DeployProblem[]
  /** Goes to a place in the files. */
  onShow?: (file: string, line: number) => void
  onEdit?: (edits: readonly TextEdit[]) => void
  /** Something was made in the swarm: plan again. */
  onCreated: () => void
}

/** Why it cannot be applied, each with what would solve it. */
export function ProblemList({ problems, onShow, onEdit, onCreated }: Props) {
  const t = useTranslations('deploy.plan')
  const say = useCodedText('deploy.problems')
  const show = useShowDialog()
  if (problems.length === 0) return null
  return (
    <section aria-label={t('problems')} className="rounded-lg border border-failing-line bg-failing-soft px-4 py-3">
      <ul className="flex flex-col gap-3">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.kind} ${problem.name}`} className="flex items-start gap-2.5">
            <StateShape tone="failing" className="mt-1.25" />
            <div className="min-w-0 flex-1">
              <p className="break-words">{say(problem.code, problem.params)}</p>
              <div className="mt-1.5 flex flex-wrap gap-2 empty:hidden">
                {problem.remedies.map((remedy) => (
                  <RemedyButton
                    key={remedy.action === 'create' ? remedy.name : remedy.code}
                    remedy={remedy}
                    onCreate={(what) =>
                      show((close) => (
                        <CreateObjectDialog {...what} isNameFixed onClose={close} onCreated={onCreated} />
                      ))
                    }
                    onEdit={onEdit}
                  />
                ))}
                <ShowButton problem={problem} onShow={onShow} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ShowButton({ problem: { file, line }, onShow }: { problem: DeployProblem } & Pick<Props, 'onShow'>) {
  const t = useTranslations('deploy.plan')
  if (!onShow || file === null || line === null) return null
  return (
    <Button size="sm" variant="quiet" onClick={() => onShow(file, line)}>
      {t('show', { file, line })}
    </Button>
  )
}

type RemedyProps = {
  remedy: DeployRemedy
  onCreate: (what: { kind: CreatedKind; name: string }) => void
  onEdit: Props['onEdit']
}

function RemedyButton({ remedy, onCreate, onEdit }: RemedyProps) {
  const t = useTranslations('deploy.plan.remedies')
  const may = { network: useMay('network.create'), config: useMay('config.create'), secret: useMay('secret.create') }
  if (remedy.action === 'create') {
    const { kind, name } = remedy
    return (
      <Button size="sm" disabledReason={!may[kind] && t('mayNotCreate')} onClick={() => onCreate({ kind, name })}>
        {t('create', { kind, name })}
      </Button>
    )
  }
  if (!onEdit) return null
  return (
    <Button size="sm" onClick={() => onEdit(remedy.edits)}>
      {remedy.code === 'rename' ? t('rename') : t('edit')}
    </Button>
  )
}
