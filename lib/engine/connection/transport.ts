import 'server-only'
import type { IncomingMessage } from 'node:http'
import { type Dials, dialsTo, type EngineRequest } from './dial'
import { type EngineSettings, engineAddress } from './docker-host'
import { type Body, readJson, readList } from './read-body'
import { SilenceLimit } from './silence-limit'
import { Slots } from './slots'
import { type Asked, translateError } from './translate-error'

/** Without a byte. The engine begins to answer a list of 10,000 tasks within a second; what takes ten will not come. */
const readLimitMs = 10_000
/** More than the engine's own 20 s, so that it is the engine that says DeadlineExceeded. */
const writeLimitMs = 30_000
/** Ten lists of tasks at once took an engine 5.8 s, one takes 0.35 s. */
const mostReads = 4
const mostRegistryReads = 8
const mostLogReads = 4

export type EngineVersion = { engineVersion: string; apiVersion: string }

type Query = Record<string, string>
type Subject = Asked['subject']
type Headers = Record<string, string>
/** What a registry or another node is asked for waits in lines of their own: it may take long, and lists must not wait behind it. */
type Lane = 'swarm' | 'registry' | 'logs'
type Read = { query?: Query; headers?: Headers; limitMs?: number; lane?: Lane; subject?: Subject }
type Write = {
  method: 'POST' | 'DELETE'
  path: string
  query?: Query
  headers?: Headers
  body?: object
  subject?: Subject
}

/** Requests with their limits, at the engine's newest API version. Whatever fails comes out as an AppError. */
export class Transport {
  private readonly dials: Dials
  private readonly endpoint: string
  private readonly lanes: Record<Lane, Slots> = {
    swarm: new Slots(mostReads),
    registry: new Slots(mostRegistryReads),
    logs: new Slots(mostLogReads),
  }
  private pinned: Promise<EngineVersion> | null = null
  private openWrites = 0

  /** Whether the engine is at a change of ours right now. */
  get isWriting(): boolean {
    return this.openWrites > 0
  }

  constructor(settings: EngineSettings) {
    this.endpoint = settings.dockerHost
    this.dials = dialsTo(engineAddress(settings))
  }

  /** Asked once per connection. An older version in the path would make the engine drop fields from what it is sent. */
  version(): Promise<EngineVersion> {
    this.pinned ??= this.askVersion().catch((error) => {
      this.forgetVersion()
      throw error
    })
    return this.pinned
  }

  /** After a loss of connection the engine may be another one, with another version. */
  forgetVersion(): void {
    this.pinned = null
  }

  read<T>(path: string, wanted: Read = {}): Promise<T> {
    return this.limitedRead(path, wanted, (answer) => readJson<T>(answer))
  }

  readList<T>(path: string, wanted: Read, parse: (json: string) => T): Promise<T[]> {
    return this.limitedRead(path, wanted, (answer) => readList(answer, parse))
  }

  /** For what is no JSON: `use` gets the bytes as they come, and may stop listening. */
  readBody<T>(path: string, wanted: Read, use: Use<T>): Promise<T> {
    return this.limitedRead(path, wanted, use)
  }

  async write<T>({ path, subject, ...request }: Write): Promise<T> {
    // Apart from the write: a failure to learn the version is a failed read, and nothing was sent.
    const { apiVersion } = await this.version()
    const signal = AbortSignal.timeout(writeLimitMs)
    this.openWrites++
    return this.explained(signal, { isWrite: true, subject }, async () =>
      readJson<T>(await this.dials.write({ ...request, path: `/v${apiVersion}${path}`, signal })),
    ).finally(() => this.openWrites--)
  }

  /** A POST that changes nothing. It takes as long as whoever the engine asks in its turn, so it is in no write's way. */
  async ask<T>(path: string, body: object): Promise<T> {
    const { apiVersion } = await this.version()
    const signal = AbortSignal.timeout(writeLimitMs)
    return this.explained(signal, { isWrite: false }, async () =>
      readJson<T>(await this.dials.read({ method: 'POST', path: `/v${apiVersion}${path}`, body, signal })),
    )
  }

  /** A stream without a time limit once it has begun; it takes no place among the reads. */
  async follow(path: string, query: Query, signal: AbortSignal, onAnswer: (answer: IncomingMessage) => Promise<void>) {
    const { apiVersion } = await this.version()
    const slowStart = new AbortController()
    const timer = setTimeout(() => slowStart.abort(), readLimitMs)
    const either = AbortSignal.any([signal, slowStart.signal])
    await this.explained(slowStart.signal, { isWrite: false }, async () => {
      const answer = await this.dials.read({ method: 'GET', path: `/v${apiVersion}${path}`, query, signal: either })
      clearTimeout(timer)
      await onAnswer(answer)
    }).finally(() => clearTimeout(timer))
  }

  private async limitedRead<T>(path: string, { limitMs, lane, subject, ...wanted }: Read, use: Use<T>): Promise<T> {
    const { apiVersion } = await this.version()
    return this.limited({ method: 'GET', path: `/v${apiVersion}${path}`, ...wanted }, { subject, limitMs, lane }, use)
  }

  private limited<T>(
    request: Omit<EngineRequest, 'signal'>,
    { subject, limitMs = readLimitMs, lane = 'swarm' }: Pick<Read, 'subject' | 'limitMs' | 'lane'>,
    use: Use<T>,
  ): Promise<T> {
    const limit = new SilenceLimit(limitMs)
    const { signal } = limit
    return this.explained(signal, { isWrite: false, subject }, () =>
      this.lanes[lane].run(signal, async () => use(limit.listen(await this.dials.read({ ...request, signal })))),
    ).finally(() => limit.end())
  }

  private async askVersion(): Promise<EngineVersion> {
    const request = { method: 'GET', path: '/version' } as const
    const { Version, ApiVersion } = await this.limited(request, {}, (answer) => readJson<Version>(answer))
    return { engineVersion: Version, apiVersion: ApiVersion }
  }

  private async explained<T>(
    limit: AbortSignal,
    asked: Omit<Asked, 'endpoint' | 'isTimedOut'>,
    work: () => Promise<T>,
  ) {
    try {
      return await work()
    } catch (error) {
      const failure = translateError(error, { ...asked, endpoint: this.endpoint, isTimedOut: limit.aborted })
      if (failure.code === 'engine_unreachable' || failure.code === 'engine_silent') this.forgetVersion()
      throw failure
    }
  }
}

type Version = { Version: string; ApiVersion: string }
type Use<T> = (body: Body) => Promise<T>
