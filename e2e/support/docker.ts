import { execFile } from 'node:child_process'

/** The docker CLI on the swarm of the journeys: another person, who does not use Skep. Answers its output. */
export function docker(args: string[], input: string | Buffer = ''): Promise<string> {
  const host = process.env.SKEP_TEST_DOCKER_HOST
  if (!host) throw new Error('the swarm of the journeys is not up')
  return new Promise((resolve, reject) => {
    const child = execFile('docker', ['--host', host, ...args], (error, output, complaint) =>
      error ? reject(new Error(`docker ${args.join(' ')}: ${complaint || error.message}`)) : resolve(output.trim()),
    )
    // Most commands read no input and may end before they are given it; how they end tells the story.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

/** Deploys a Compose file, given as text, and answers when its services have all their tasks. */
export async function deployStack(name: string, file: string): Promise<void> {
  await docker(['stack', 'deploy', '--resolve-image', 'never', '--detach=true', '-c', '-', name], file)
  await untilReplicas(name)
}

async function untilReplicas(stack: string): Promise<void> {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    const lines = (await docker(['stack', 'services', stack, '--format', '{{.Replicas}}'])).split('\n')
    if (lines.every((line) => isComplete(line))) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`${stack} does not run`)
}

function isComplete(replicas: string): boolean {
  const [running, desired] = replicas.split(/[/ ]/)
  return running === desired
}

/** Removes a stack and the configs and secrets that were made beside it, their later versions included. */
export async function removeStack(name: string): Promise<void> {
  await removeServices(name)
  for (const kind of ['config', 'secret']) {
    const names = (await docker([kind, 'ls', '--format', '{{.Name}}'])).split('\n')
    await Promise.all(names.filter((each) => each.startsWith(`${name}_`)).map((each) => removeSoon(kind, each)))
  }
}

/**
 * While somebody else is removing the stack, too, its parts vanish between the CLI's look and its order; and a network
 * stays for as long as a task of it lives.
 */
function removeServices(name: string): Promise<void> {
  return untilDone(() =>
    docker(['stack', 'rm', name]).then(
      () => true,
      (error: Error) => {
        if (error.message.includes('not found')) return true
        if (error.message.includes('in use by task')) return false
        throw error
      },
    ),
  )
}

/** A stack's tasks hold on to configs and secrets for a moment. */
function removeSoon(kind: string, name: string): Promise<void> {
  return untilDone(() =>
    docker([kind, 'rm', name]).then(
      () => true,
      () => false,
    ),
  )
}

/** Tries for some ten seconds. What is left then goes with the swarm. */
async function untilDone(attempt: () => Promise<boolean>): Promise<void> {
  for (let attempts = 0; attempts < 50; attempts++) {
    if (await attempt()) return
    await new Promise((done) => setTimeout(done, 200))
  }
}
