import { isAllowed } from '@/lib/auth/authorize'
import { onSessionsRevoked } from '@/lib/auth/open-streams'
import { isSessionLive } from '@/lib/auth/sessions'
import { EventsQuery } from '@/lib/contract/inputs/events'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { openStream } from '@/lib/live/streams/streams'

/** The one stream of a browser: server-sent events, each a StreamMessage as JSON. */
export const GET = endpoint(
  { action: 'swarm.read', object: swarmObject, input: EventsQuery },
  ({ input, user, request }) =>
    openStream(live(), {
      topics: input.topics,
      reader: {
        userId: user.id,
        sessionId: user.sessionId,
        mayRead: (action, ref) => isAllowed(user, action, ref),
        isSessionLive: () => isSessionLive(user.sessionId),
      },
      onRevoked: (listener) => onSessionsRevoked((ids) => ids.includes(user.sessionId) && listener()),
      signal: request.signal,
    }),
)
