// @ts-check
import { parseArguments, usage } from './sandbox/arguments.mjs'
import { commands } from './sandbox/commands.mjs'
import { requireLinuxRoot } from './sandbox/machine/packages.mjs'
import { SandboxError, tellSandboxError } from './sandbox/machine/sandbox-error.mjs'

// Whoever reads our words may go away; half a sandbox must not be the consequence.
process.stdout.on('error', () => {})

try {
  const args = parseArguments(process.argv.slice(2))
  const command = commands[args.command]
  if (!command) throw new SandboxError(args.command ? `There is no command “${args.command}”.` : 'What to do?', usage)
  if (args.command !== 'help') requireLinuxRoot()
  process.exitCode = await command(args)
} catch (error) {
  process.exitCode = tellSandboxError(error)
}
