/** `web` for the service `todo_web` of the stack `todo`: on the stack's own page its name need not be repeated. */
export function shortName(stack: string, serviceName: string): string {
  const prefix = `${stack}_`
  return serviceName.startsWith(prefix) && serviceName.length > prefix.length
    ? serviceName.slice(prefix.length)
    : serviceName
}
