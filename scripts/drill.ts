/** `npm run drill -- rotation`: breaks Skep and the engine in the middle of rotations, and looks at what is left. */
import { parseArgs } from 'node:util'
import { engineFaults } from './drill/engine-faults'
import { killedInRotation } from './drill/killed-in-rotation'
import { type Drill, runDrills } from './drill/run-drills'
import { setStage } from './drill/stage'

const usage = `npm run drill -- rotation [options]

Rotates configs and secrets with the built server on a real swarm. At every step of a rotation Skep is killed with
SIGKILL and started again; then the engine is killed, frozen, and loses its answers. After each, no service may be on a
mix of versions, nothing may be left that no record tells about, and the audit log must be whole. Ends with code 1 when
one of the drills fails. Say "npm run build" first.

  --name=NAME  the sandbox that it makes and takes down (default drill-rotation)
  --only=TEXT  only the drills whose name contains this
  --list       print their names`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string', default: 'drill-rotation' },
      only: { type: 'string', default: '' },
      list: { type: 'boolean', default: false },
    },
  })
  if (positionals.join() !== 'rotation') {
    console.log(usage)
    return 2
  }
  const isWanted = ({ name }: Drill) => name.includes(values.only)
  const [killed, faults] = [killedInRotation.filter(isWanted), engineFaults.filter(isWanted)]
  if (values.list) {
    for (const { name } of [...killed, ...faults]) console.log(name)
    return 0
  }
  const stage = await setStage(values.name)
  try {
    // Those that break the engine need it for themselves.
    const results = [...(await runDrills(stage, killed, 3)), ...(await runDrills(stage, faults, 1))]
    const failed = results.filter((isGood) => !isGood).length
    console.log(`${results.length - failed} passed, ${failed} failed`)
    return failed > 0 || results.length === 0 ? 1 : 0
  } finally {
    await stage.close()
  }
}

process.exitCode = await main()
