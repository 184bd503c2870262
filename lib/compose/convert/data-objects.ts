import type { Allowance } from '@/lib/compose/allowance'
import { byBytes } from '@/lib/compose/byte-order'
import { finding } from '@/lib/compose/finding'
import { trimSpace } from '@/lib/compose/formats/go-text'
import { gather } from '@/lib/compose/gather'
import type { DataObjectModel, StackModel } from '@/lib/compose/load/model'
import type { StackFiles } from '@/lib/compose/load/stack-files'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { DataObjectBody } from './bodies'
import { compact, labelled, recordOrAbsent, scoped, textOrAbsent } from './body-values'
import type { Locate } from './locate'

export type DataObjectKind = 'secret' | 'config'

/** What converting needs beside the loaded stack. */
export type ConvertContext = {
  stack: string
  model: StackModel
  files: StackFiles
  locate: Locate
  allowance: Allowance
}

/** All secrets or configs that are not external, used or not, with the content of their files. */
export function convertDataObjects(kind: DataObjectKind, context: ConvertContext): DataObjectBody[] {
  const objects = kind === 'secret' ? context.model.secrets : context.model.configs
  const own = [...objects].filter(([, object]) => !object.isExternal)
  const bodies = gather(own, ([key, object]) => dataObjectBody(kind, key, object, context))
  return bodies.toSorted((a, b) => byBytes(a.Name, b.Name))
}

/** The name in the swarm of a secret or config. */
export function dataObjectName(stack: string, key: string, object: DataObjectModel): string {
  return object.name === '' ? scoped(stack, key) : object.name
}

function dataObjectBody(
  kind: DataObjectKind,
  key: string,
  object: DataObjectModel,
  context: ConvertContext,
): DataObjectBody {
  const { stack } = context
  const hasDriver = kind === 'secret' && object.driver !== ''
  const data = hasDriver ? undefined : textOrAbsent(base64(readContent(kind, key, object, context)))
  // The CLI looks whether there is one of that name already, and cannot ask for a blank one.
  if (object.name !== '' && trimSpace(object.name) === '')
    throw new ComposeRefusal([finding('name_blank', context.locate([`${kind}s`, key, 'name']), { kind, name: key })])
  return compact<DataObjectBody>({
    Name: dataObjectName(stack, key, object),
    Labels: labelled(stack, object.labels),
    Data: data,
    Driver: hasDriver ? compact({ Name: object.driver, Options: recordOrAbsent(object.driverOptions) }) : undefined,
    Templating: object.templateDriver === '' ? undefined : { Name: object.templateDriver },
  })
}

function readContent(
  kind: DataObjectKind,
  key: string,
  object: DataObjectModel,
  { files, locate, allowance }: ConvertContext,
): Uint8Array {
  const found = files.find(object.file)
  if (typeof found !== 'string') {
    allowance.take('bytes', found.bytes.length, locate([`${kind}s`, key, 'file']))
    return found.bytes
  }
  const code = found === 'missing' ? 'object_file_missing' : 'object_file_is_directory'
  const place = locate([`${kind}s`, key, 'file'])
  throw new ComposeRefusal([finding(code, place, { kind, name: key, path: object.file })])
}

/** Made once for each file, which an editor converts again and again. */
const encoded = new WeakMap<Uint8Array, string>()

function base64(bytes: Uint8Array): string {
  const known = encoded.get(bytes)
  if (known !== undefined) return known
  const text = encode(bytes)
  encoded.set(bytes, text)
  return text
}

function encode(bytes: Uint8Array): string {
  const chunks: string[] = []
  // Arguments of one call are limited to some tens of thousands.
  for (let start = 0; start < bytes.length; start += 0x2000)
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + 0x2000)))
  return btoa(chunks.join(''))
}
