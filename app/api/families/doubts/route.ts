import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { familyDoubts } from '@/lib/rotation/family-doubts'

/** What a person is to say once: whether objects are versions of one thing. */
export const GET = endpoint({ action: 'secret.read', object: swarmObject }, () => {
  const snapshot = live().snapshot()
  return [...familyDoubts(snapshot, 'config'), ...familyDoubts(snapshot, 'secret')]
})
