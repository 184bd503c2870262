/** One dynamic import and nothing else: Next also compiles this file for a runtime without Node's API. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./lib/boot')).boot()
}
