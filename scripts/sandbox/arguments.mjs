// @ts-check
import { SandboxError } from './machine/sandbox-error.mjs'

export const usage = `npm run sandbox -- COMMAND [options]: a real swarm of several nodes on this machine (Linux, root)

  up                       bring it up; a healthy one stays as it is
  down [--all]             remove it, or all of them, without a trace
  status                   its nodes; ends with code 1 unless all are ready
  env                      settings for a shell: eval "$(npm run --silent sandbox -- env)"
  sample                   deploy the sample, the stack “todo”
  docker ARGS…             run the Docker CLI against it
  curl SERVICE [PATH]      ask a running task of a service over HTTP
  engine NODE stop|start|kill|freeze|thaw

  --name NAME              which sandbox (default: SKEP_SANDBOX, or demo)
  --nodes N                for up: how many nodes (default 3)
  --managers M             for up: how many of them are managers (default 1)
  --engine debian|current  for up: the distribution's engine (default), or a new one (fetched once)
`

/**
 * @typedef {object} Arguments
 * @property {string} command
 * @property {string[]} rest
 * @property {string} [name]
 * @property {number} [nodes]
 * @property {number} [managers]
 * @property {'debian' | 'current'} [engine]
 * @property {boolean} [all]
 */

/**
 * Reads a command line. From the first word after `docker` that is not an option of ours, everything is Docker's own.
 * @param {string[]} words
 * @returns {Arguments}
 */
export function parseArguments(words) {
  /** @type {Arguments} */
  const parsed = { command: '', rest: [] }
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const option = /^--(name|nodes|managers|engine|all)(?:=(.*))?$/.exec(word)
    if (parsed.command === 'docker' && !option) return { ...parsed, rest: words.slice(index) }
    if (option?.[1] === 'all') parsed.all = true
    else if (option) setOption(parsed, option[1] ?? '', option[2] ?? words[++index])
    else if (word === '--help' || word === '-h') parsed.command = 'help'
    else if (word.startsWith('-')) throw new SandboxError(`There is no option ${word}.`, usage)
    else if (parsed.command) parsed.rest.push(word)
    else parsed.command = word
  }
  return parsed
}

/**
 * @param {Arguments} parsed
 * @param {string} option
 * @param {string | undefined} value
 */
function setOption(parsed, option, value) {
  if (!value) throw new SandboxError(`--${option} needs a value.`, usage)
  if (option === 'nodes' || option === 'managers') {
    if (!/^\d+$/.test(value)) throw new SandboxError(`--${option} needs a number, not “${value}”.`)
    parsed[option] = Number(value)
  } else if (option === 'engine') {
    if (value !== 'debian' && value !== 'current')
      throw new SandboxError(`There is no engine “${value}”.`, 'Say --engine debian or --engine current.')
    parsed.engine = value
  } else parsed.name = value
}
