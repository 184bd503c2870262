/** `engine`: what the engine itself says in the middle of a log, such as that a node does not answer. */
export type LogStream = 'stdout' | 'stderr' | 'engine'
export type LogPiece = { stream: LogStream; bytes: Buffer }

const headerBytes = 8
const streams: readonly LogStream[] = ['stdout', 'stdout', 'stderr', 'engine']

/**
 * Keeps the end of a log that comes in chunks. The engine puts a header of eight bytes before each piece (its stream, then
 * its length; moby, pkg/stdcopy), and cuts long lines into several pieces. The log of a terminal has no headers.
 */
export class LogTail {
  private rest = Buffer.alloc(0)
  private kept: LogPiece[] = []
  private keptBytes = 0
  private isCut = false

  constructor(
    private readonly isTerminal: boolean,
    private readonly mostBytes: number,
  ) {}

  push(chunk: Buffer): void {
    if (this.isTerminal) {
      this.keep({ stream: 'stdout', bytes: chunk })
      return
    }
    this.rest = Buffer.concat([this.rest, chunk])
    while (this.rest.length >= headerBytes) {
      const stream = streams[this.rest.readUInt8(0)]
      const end = headerBytes + this.rest.readUInt32BE(4)
      if (!stream) throw new SyntaxError('This is not the log of a container.')
      if (this.rest.length < end) return
      this.keep({ stream, bytes: this.rest.subarray(headerBytes, end) })
      this.rest = this.rest.subarray(end)
    }
  }

  /** Oldest first; neighbours of one stream are joined, so that what was one line is one again. */
  end(): { pieces: LogPiece[]; isCut: boolean } {
    const joined: LogPiece[] = []
    for (const piece of this.kept) {
      const last = joined.at(-1)
      if (last?.stream === piece.stream) last.bytes = Buffer.concat([last.bytes, piece.bytes])
      else joined.push({ ...piece })
    }
    return { pieces: joined, isCut: this.isCut }
  }

  private keep(piece: LogPiece): void {
    this.kept.push(piece)
    this.keptBytes += piece.bytes.length
    while (this.kept.length > 1 && this.keptBytes > this.mostBytes) {
      this.keptBytes -= this.kept.shift()?.bytes.length ?? 0
      this.isCut = true
    }
  }
}
