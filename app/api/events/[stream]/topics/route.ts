import { TopicsRequest } from '@/lib/contract/inputs/events'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { changeTopics } from '@/lib/live/streams/streams'

/** Changes what a running stream carries. 404 tells the browser to begin a new one. */
export const POST = endpoint(
  { action: 'swarm.read', object: swarmObject, input: TopicsRequest },
  ({ input, params, user }) => changeTopics(params.stream ?? '', user.sessionId, input.topics),
)
