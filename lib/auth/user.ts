import type { Role } from '@/lib/contract/session'

/** Who asks. What goes into operations and the audit log is the id and a copy of the name. */
export type User = { id: string; username: string; name: string; role: Role }

/**
 * The same, with what the audit log says about how he asked. `appendAudit({ actor: user })` takes all of it. Who came with
 * an API token has its name behind his own, and `token:ID` for a session.
 */
export type SignedInUser = User & { sessionId: string; address: string | null }
