/** What is surprising in an expression; `expression` is what is written, from its dollar sign on. */
export type Surprise = {
  code:
    | 'variable_unset'
    | 'required_became_default'
    | 'expression_takes_the_rest'
    | 'default_not_nested'
    | 'interpolation_error_hidden'
  expression: string
  variable: string
}

export type Failure = { expression: string; variable: string; message: string | null }

/** `failure` is what the CLI refuses; a message belongs to a required variable without a value. */
export type Substitution = { text: string; failure: Failure | null; surprises: Surprise[] }

export type Variables = ReadonlyMap<string, string>

/** Enough for a person to see what is the matter with a text. */
const mostSurprises = 20

/** Go folds cases by Unicode, in which the long s and the sign for kelvin are letters of ASCII. */
const name = /^[_a-zA-Z\u017f\u212a][_a-zA-Z0-9\u017f\u212a]*/
const operator = /^:?[-?]/

/**
 * Puts variables into a string with the CLI's grammar, oddities included: operators work without braces and then take
 * everything up to the next `}`, defaults do not nest, and a failure counts only if no later variable of the same
 * string succeeds. What becomes longer than `most` is left unfinished. Source: docker/cli, cli/compose/template.
 */
export function substitute(template: string, variables: Variables, most: number): Substitution {
  const parts: string[] = []
  const surprises: Surprise[] = []
  let failure: Failure | null = null
  let length = 0
  let offset = 0
  let brace = template.indexOf('}')
  while (length <= most) {
    const dollar = template.indexOf('$', offset)
    if (dollar === -1) break
    parts.push(template.slice(offset, dollar))
    length += dollar - offset
    if (brace !== -1 && brace < dollar) brace = template.indexOf('}', dollar)
    const expression = expressionAt(template, dollar, brace)
    offset = dollar + expression.text.length
    if (expression.kind === 'escaped') parts.push('$')
    else if (expression.kind === 'invalid')
      failure = { expression: template.slice(dollar, dollar + 20), variable: '', message: null }
    else {
      const result = evaluate(expression.content, variables)
      if (surprises.length < mostSurprises) surprises.push(...surprisesOf(expression, variables))
      if (failure) surprises.push({ code: 'interpolation_error_hidden', ...failure })
      parts.push(result.value)
      length += result.value.length
      const { variable, message } = result
      failure = message === null ? null : { expression: expression.text, variable, message }
    }
  }
  parts.push(template.slice(offset))
  return { text: parts.join(''), failure, surprises }
}

export type VariableUse = {
  variable: string
  /** As it is written, from its dollar sign on. */
  expression: string
  isRequired: boolean
  defaultValue: string | null
}

/** The variables that a string names, by the same grammar. */
export function variablesIn(template: string): VariableUse[] {
  const uses: VariableUse[] = []
  const none = new Map<string, string>()
  let offset = 0
  let brace = template.indexOf('}')
  for (let dollar = template.indexOf('$'); dollar !== -1; dollar = template.indexOf('$', offset)) {
    if (brace !== -1 && brace < dollar) brace = template.indexOf('}', dollar)
    const { kind, text, content } = expressionAt(template, dollar, brace)
    offset = dollar + text.length
    if (kind === 'escaped' || kind === 'invalid') continue
    const { value, variable, message } = evaluate(content, none)
    const defaultValue = content === variable || message !== null ? null : value
    uses.push({ variable, expression: text, isRequired: message !== null, defaultValue })
  }
  return uses
}

type Expression = { kind: 'escaped' | 'invalid' | 'plain' | 'braced'; text: string; content: string }

/** `end` is the offset of the next closing brace, or -1. */
function expressionAt(template: string, dollar: number, end: number): Expression {
  const next = template[dollar + 1]
  if (next === '$') return { kind: 'escaped', text: '$$', content: '' }
  if (next === '{') {
    const content = end === -1 ? '' : template.slice(dollar + 2, end)
    const found = name.exec(content)?.[0]
    const after = content.slice(found?.length ?? 0)
    if (found && (after === '' || operator.test(after)))
      return { kind: 'braced', text: template.slice(dollar, end + 1), content }
    return { kind: 'invalid', text: '$', content: '' }
  }
  const taken = template.slice(dollar + 1, end === -1 ? undefined : end)
  const found = name.exec(taken)?.[0]
  if (!found) return { kind: 'invalid', text: '$', content: '' }
  const content = operator.test(taken.slice(found.length)) ? taken : found
  return { kind: 'plain', text: `$${content}`, content }
}

type Evaluation = { value: string; variable: string; message: string | null }

/** The operators are looked for anywhere in the expression, in this order; a dash in an error text makes a default. */
function evaluate(content: string, variables: Variables): Evaluation {
  for (const separator of [':-', '-', ':?', '?']) {
    const at = content.indexOf(separator)
    if (at === -1) continue
    const variable = content.slice(0, at)
    const text = content.slice(at + separator.length)
    const value = variables.get(variable)
    const isMissing = value === undefined || (separator.startsWith(':') && value === '')
    if (!isMissing) return { value, variable, message: null }
    return separator.endsWith('-') ? { value: text, variable, message: null } : { value: '', variable, message: text }
  }
  return { value: variables.get(content) ?? '', variable: content, message: null }
}

function surprisesOf({ kind, text, content }: Expression, variables: Variables): Surprise[] {
  const variable = name.exec(content)?.[0] ?? ''
  const after = content.slice(variable.length)
  const found: Surprise['code'][] = []
  if (after === '' && !variables.has(variable)) found.push('variable_unset')
  if (after !== '' && kind === 'plain') found.push('expression_takes_the_rest')
  if (/^:?\?/.test(after) && after.includes('-')) found.push('required_became_default')
  if (/^:?-/.test(after) && after.includes('${')) found.push('default_not_nested')
  return found.map((code) => ({ code, expression: text, variable }))
}
