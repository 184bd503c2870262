import { z } from 'zod'

/** Search parameters of `GET /api/events`: names separated by commas. Which of them are topics the stream knows. */
export const EventsQuery = z.strictObject({
  topics: z
    .string()
    .max(20_000)
    .default('')
    .transform((text) => text.split(',')),
})

/** The body of `POST /api/events/STREAM/topics`. */
export const TopicsRequest = z.strictObject({ topics: z.array(z.string().max(200)).max(200) })
