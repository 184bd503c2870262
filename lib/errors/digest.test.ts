import { expect, test } from 'vitest'
import { AppError } from './app-error'
import { errorFromDigest } from './digest'

test('an error survives the way through its digest', () => {
  const error = new AppError('no_quorum', { managers: 3, away: ['node2', 'node3'] })
  const received = errorFromDigest(error.digest)
  expect(received?.code).toBe('no_quorum')
  expect(received?.params).toEqual({ managers: 3, away: ['node2', 'node3'] })
})

test("Next's own digests, broken ones and unknown codes are none of ours", () => {
  expect(errorFromDigest(undefined)).toBeNull()
  expect(errorFromDigest('2338479814')).toBeNull()
  expect(errorFromDigest('skep:{')).toBeNull()
  expect(errorFromDigest('skep:{"code":"made_up","params":{}}')).toBeNull()
})
