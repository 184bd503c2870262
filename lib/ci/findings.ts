import type { PlannedDeploy } from '@/lib/contract/deploy'
import type { DeploymentFinding } from '@/lib/contract/deployment'
import { inEnglish } from './english'

/** What there is to say about the files, and what is in the way of deploying them. */
export function findingsOf({ findings, problems, wantedFiles }: PlannedDeploy): DeploymentFinding[] {
  const aboutFiles = findings.map(({ severity, code, file, line, column, params }): DeploymentFinding => {
    return { severity, code, file, line, column, text: inEnglish('compose.findings', `${code}.title`, params) }
  })
  // This one says that there are findings.
  const others = problems.filter(({ code }) => code !== 'file_refused')
  const inTheWay = others.map(({ code, file, line, column, params }): DeploymentFinding => {
    return { severity: 'error', code, file, line, column, text: inEnglish('deploy.problems', code, params) }
  })
  const nowhere = wantedFiles.length > 0 && !aboutFiles.some(({ severity }) => severity === 'error')
  return [...inTheWay, ...aboutFiles, ...(nowhere ? wantedFiles.map(wantedFile) : [])]
}

function wantedFile(name: string): DeploymentFinding {
  const text = `${name} is needed and was not sent`
  return { severity: 'error', code: 'file_wanted', file: null, line: null, column: null, text }
}
