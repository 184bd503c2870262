import { expect, test } from 'vitest'
import type { DeploymentAnswer } from '@/lib/contract/deployment'
import { answerToText } from './answer-text'

const answer: DeploymentAnswer = {
  outcome: 'rolled_back',
  stack: 'shop',
  services: [
    {
      ...{ name: 'shop_web', verdict: 'restart', state: 'failed', running: 0, desired: 2 },
      reason: { code: 'rolled_back', text: 'The engine rolled the service back: task: non-zero exit (1)' },
    },
    { name: 'shop_database', verdict: 'unchanged', state: 'unchanged', running: null, desired: null, reason: null },
  ],
  operation: { id: 'o', url: 'https://skep.example.com/operations/o' },
  revision: 7,
  plan: 'deploy-stack stack=shop\n- replace-spec shop_web: image (restarts 2 tasks)',
  planDigest: 'abc',
  findings: [
    { severity: 'warning', code: 'c', file: 'stack.yml', line: 3, column: 5, text: 'restart is not used in a swarm' },
  ],
  problem: { code: 'rolled_back', text: 'The engine rolled the service back' },
}

test('a log reads: what there is to say about the files, the plan, each service, the end', () => {
  expect(answerToText(answer)).toMatchInlineSnapshot(`
    "stack.yml:3:5: warning: restart is not used in a swarm

    deploy-stack stack=shop
    - replace-spec shop_web: image (restarts 2 tasks)
    plan abc

    shop_web       restart failed  0/2  The engine rolled the service back: task: non-zero exit (1)
    shop_database  unchanged

    shop: rolled_back (The engine rolled the service back)
    revision 7
    https://skep.example.com/operations/o
    "
  `)
})

test('files that are refused have nothing but the reasons', () => {
  const refused: DeploymentAnswer = {
    ...{
      outcome: 'refused',
      stack: 'shop',
      services: [],
      operation: null,
      revision: null,
      plan: '',
      planDigest: 'abc',
    },
    findings: [
      { severity: 'error', code: 'c', file: 'stack.yml', line: 4, column: 1, text: 'tab' },
      { severity: 'error', code: 'file_wanted', file: null, line: null, column: null, text: 'a.conf is missing' },
    ],
    problem: null,
  }
  expect(answerToText(refused)).toBe('stack.yml:4:1: error: tab\nerror: a.conf is missing\n\nshop: refused\n')
})
