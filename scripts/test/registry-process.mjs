// @ts-check
// Runs inside a node's network: a registry that wants a password and knows one image list under every name. It lets an
// engine log in and look up digests, and has no layers to pull. Prints its port when it listens.
import { createHash } from 'node:crypto'
import http from 'node:http'

const [username, password] = process.argv.slice(2)
const wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

const listType = 'application/vnd.docker.distribution.manifest.list.v2+json'
const list = JSON.stringify({
  schemaVersion: 2,
  mediaType: listType,
  manifests: [
    {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      size: 1,
      digest: `sha256:${'1'.repeat(64)}`,
      platform: { architecture: 'amd64', os: 'linux' },
    },
  ],
})
const digest = `sha256:${createHash('sha256').update(list).digest('hex')}`

const server = http.createServer(({ method, url = '', headers }, response) => {
  if (headers.authorization !== wanted) {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="stand-in"', 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }))
    return
  }
  if (!/^\/v2\/.+\/manifests\/.+$/.test(url)) {
    response.writeHead(url === '/v2/' ? 200 : 404).end('{}')
    return
  }
  const length = Buffer.byteLength(list)
  response.writeHead(200, { 'Content-Type': listType, 'Docker-Content-Digest': digest, 'Content-Length': length })
  response.end(method === 'HEAD' ? undefined : list)
})

// An engine trusts plain http on this address alone.
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`)
})
// Whoever started us holds the other end: a test that was killed leaves nothing behind.
process.stdin.resume().on('end', () => process.exit(0))
