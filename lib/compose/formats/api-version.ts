/** Whether an API version is older than 1.`minor`. */
export function isBefore(apiVersion: string, minor: number): boolean {
  const [major = 1, own = 0] = apiVersion.split('.').map(Number)
  return major < 1 || (major === 1 && own < minor)
}
