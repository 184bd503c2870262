// @ts-check
// Runs inside a node's network: prints as JSON what a URL answered.
import http from 'node:http'

const url = process.argv[2] ?? ''
const request = http.get(url, { timeout: 10_000 }, async (response) => {
  let body = ''
  response.setEncoding('utf8')
  for await (const chunk of response) body += chunk
  process.stdout.write(JSON.stringify({ status: response.statusCode, body }))
})
request.on('timeout', () => request.destroy(new Error(`${url} is silent`)))
request.on('error', (error) => {
  process.stderr.write(error.message)
  process.exitCode = 1
})
