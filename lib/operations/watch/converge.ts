import 'server-only'
import type { StepProgress } from '@/lib/contract/operations'
import { engine } from '@/lib/engine/engine'
import { AppError, type Params } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'
import { live } from '@/lib/live/live'
import { Bell } from '@/lib/live/watch/pause'
import { patiently, pause } from '@/lib/operations/steps/patiently'
import type { StepRun } from '@/lib/operations/steps/step-run'
import { settings } from '@/lib/settings'
import { AnsweredTime } from './answered-time'
import type { Goal } from './goal'
import { judge } from './judge'
import { type Judgement, type Memory, type Observation, startMemory, type Verdict } from './judgement'

/** News come in bursts; the longest wait is for what makes no news, such as time that passes. */
const shortestWaitMs = 150
const longestWaitMs = 1000

/** A service whose change is sent; from which version index on it has it. */
export type Watched = { serviceId: string; versionIndex: number; goal: Goal }

/** Watches the service until its tasks are as they should be. Throws why they are not. */
export async function converge(run: StepRun, watched: Watched): Promise<void> {
  await run.makeRoom()
  const release = live().attend([watched.serviceId])
  // Rung also while what was seen before is being judged and recorded.
  const news = new Bell()
  const unsubscribe = live().onChange(() => news.ring())
  try {
    let memory = startMemory({ seen: run.record.memo.shown?.seen ?? [], ranBefore: run.record.memo.ranBefore })
    const time = new AnsweredTime()
    for (;;) {
      const observation = await observe(run, watched, time)
      let dueInMs = 0
      if (observation) {
        const judgement = await judgeWell(run, watched, observation, memory)
        memory = judgement.memory
        await saveProgress(run, judgement.progress)
        if (judgement.verdict === 'converged') return run.faultPoint('before-converged')
        if (judgement.verdict !== 'working')
          throw failure(judgement.verdict, watched.goal, observation, judgement.progress)
        dueInMs = (judgement.dueAt ?? 0) - observation.now
      }
      await nextLook(news, dueInMs, run.signal)
    }
  } finally {
    unsubscribe()
    release()
  }
}

/**
 * Tasks make no events, so what is known of them may be older than what the service says of its end. Before a change is
 * given up they are asked for once more: why it failed is theirs to tell.
 */
async function judgeWell(
  run: StepRun,
  { serviceId, goal }: Watched,
  observation: Observation,
  memory: Memory,
): Promise<Judgement> {
  const timeoutMs = settings().convergeTimeoutMs
  const judgement = judge(goal, observation, memory, timeoutMs)
  if (judgement.verdict === 'working' || judgement.verdict === 'converged') return judgement
  const tasks = await patiently(run, () => engine().listTasks({ serviceIds: [serviceId] }))
  return judge(goal, { ...observation, tasks }, memory, timeoutMs)
}

/** Null while the snapshot is older than the write that is being watched. */
async function observe(
  run: StepRun,
  { serviceId, versionIndex }: Watched,
  time: AnsweredTime,
): Promise<Observation | null> {
  const snapshot = live().snapshot()
  const service = snapshot.service.get(serviceId)
  if (!service || service.Version.Index < versionIndex) {
    // Also tells whether the service is gone.
    await patiently(run, () => engine().inspectService(serviceId))
    await patiently(run, () => live().refreshService(serviceId))
    return null
  }
  return {
    service,
    tasks: snapshot.tasksByService.get(serviceId) ?? [],
    isNodeDown: (nodeId) => snapshot.node.get(nodeId)?.Status.State === 'down',
    now: time.at(live().stamp().asOf),
  }
}

async function saveProgress(run: StepRun, progress: StepProgress): Promise<void> {
  if (JSON.stringify(progress) !== JSON.stringify(run.record.memo.shown)) await run.note({ shown: progress })
}

const codeOf: Record<Exclude<Verdict, 'working' | 'converged'>, ErrorCode> = {
  rolled_back: 'rolled_back',
  paused: 'update_paused',
  changed: 'version_conflict',
  timed_out: 'not_converged',
  stuck: 'not_converged',
}

type Failure = keyof typeof codeOf

function failure(verdict: Failure, goal: Goal, { service }: Observation, progress: StepProgress): AppError {
  const { desired, onNew, lastError } = progress
  const params: Params = verdict === 'changed' ? goal.conflict(service.Spec) : { onNew, desired, engineText: lastError }
  return new AppError(codeOf[verdict], { service: goal.serviceName, ...params })
}

/** Waits until something in the swarm has changed or the change is to be judged, but neither too short nor too long. */
async function nextLook(news: Bell, dueInMs: number, signal: AbortSignal): Promise<void> {
  await pause(shortestWaitMs, signal)
  const restMs = dueInMs > 0 ? Math.min(dueInMs, longestWaitMs) : longestWaitMs
  await news.sleep(Math.max(0, restMs - shortestWaitMs), signal)
}
