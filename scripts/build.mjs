// @ts-check
/** `npm run build`: builds the server when its sources have changed. */
import { resolve } from 'node:path'
import { buildServer } from './setup/build.mjs'

await buildServer(resolve(import.meta.dirname, '..'))
