import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSwarm } from '@/lib/engine/testing/test-swarm'
import { connectEngine } from './engine'
import { ask } from './testing/test-swarm'

let folder: string
let server: Server
let dockerHost: string

const path = (file: string) => join(folder, file)
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })

/** As `docker` expects them in DOCKER_CERT_PATH: ca.pem, cert.pem and key.pem; the server's beside them. */
function makeCertificates(): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...key, '-subj', '/CN=ca', '-keyout', path('ca-key.pem'), '-out', path('ca.pem'))
  writeFileSync(path('names'), 'subjectAltName=IP:127.0.0.1')
  for (const name of ['server', 'client']) {
    const files = { key: path(`${name}-key.pem`), request: path(`${name}.csr`), cert: path(`${name}.pem`) }
    openssl('req', ...key, '-subj', `/CN=${name}`, '-keyout', files.key, '-out', files.request)
    const signed = [
      '-req',
      '-in',
      files.request,
      '-CA',
      path('ca.pem'),
      '-CAkey',
      path('ca-key.pem'),
      '-CAcreateserial',
    ]
    openssl('x509', ...signed, '-extfile', path('names'), '-out', files.cert)
  }
  writeFileSync(path('cert.pem'), readFileSync(path('client.pem')))
  writeFileSync(path('key.pem'), readFileSync(path('client-key.pem')))
}

/** The manager behind TLS, as a dockerd with --tlsverify would be: it wants to see a certificate of its own authority. */
function listen(): Promise<number> {
  const files = {
    ca: readFileSync(path('ca.pem')),
    cert: readFileSync(path('server.pem')),
    key: readFileSync(path('server-key.pem')),
  }
  server = createServer({ ...files, requestCert: true, rejectUnauthorized: true }, (client) => {
    const engine = connect(testSwarm().manager)
    client.pipe(engine).pipe(client)
    for (const socket of [client, engine]) socket.on('error', () => [client, engine].map((one) => one.destroy()))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
    })
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'skep-tls-'))
  makeCertificates()
  dockerHost = `tcp://127.0.0.1:${await listen()}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('an engine that wants a certificate gets it, and proves itself', async () => {
  const engine = connectEngine({ dockerHost, dockerCertPath: folder, dockerTlsVerify: true })
  const { ID } = (await engine.listNodes())[0] ?? { ID: '' }
  expect(await engine.inspectNode(ID)).toEqual(await ask('GET', `/nodes/${ID}`))
  const wanted = { name: 'not a name', labels: {}, data: Buffer.from('x'), templating: null }
  await expect(engine.createConfig(wanted)).rejects.toMatchObject({ code: 'engine_refused' })
})

test('an engine that cannot prove itself is not spoken to, unless verifying is switched off', async () => {
  const other = mkdtempSync(join(tmpdir(), 'skep-tls-'))
  for (const file of ['cert.pem', 'key.pem']) writeFileSync(join(other, file), readFileSync(path(file)))
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=other',
    '-keyout',
    join(other, 'ca-key.pem'),
    '-out',
    join(other, 'ca.pem'),
  )
  const verifying = connectEngine({ dockerHost, dockerCertPath: other, dockerTlsVerify: true })
  await expect(verifying.listNodes()).rejects.toMatchObject({ code: 'engine_unreachable' })
  const trusting = connectEngine({ dockerHost, dockerCertPath: other, dockerTlsVerify: false })
  expect(await trusting.listNodes()).toHaveLength(3)
  rmSync(other, { recursive: true })
})
