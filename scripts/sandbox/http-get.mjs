// @ts-check
// Runs inside a node's network: prints as JSON what a URL answered.
import http from 'node:http'

const url = process.argv[2] ?? ''
const request = http.get(url, { timeout: 10_000 }, (response) => {
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (chunk) => {
    body += chunk
  })
  response.on('end', () => process.stdout.write(JSON.stringify({ status: response.statusCode, body })))
})
request.on('timeout', () => request.destroy(new Error(`${url} is silent`)))
request.on('error', (error) => {
  process.stderr.write(error.message)
  process.exitCode = 1
})
