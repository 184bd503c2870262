// @ts-check

/**
 * @typedef {object} Entry
 * @property {string} path without a leading slash, at most 99 bytes
 * @property {Buffer | string} [content] of a file
 * @property {string} [target] of a symbolic link
 * @property {number} [mode]
 */

const block = 512

/**
 * Packs files, folders (a path that ends with a slash) and symbolic links into a tar archive. Everything belongs to
 * root and carries no time, so the same entries always give the same bytes, and an image the same id on every node.
 * @param {Entry[]} entries
 * @returns {Buffer}
 */
export const packTar = (entries) => Buffer.concat([...entries.flatMap(packEntry), Buffer.alloc(2 * block)])

/** @param {Entry} entry */
function packEntry({ path, content, target, mode }) {
  const data = Buffer.from(content ?? '')
  const type = target === undefined ? (path.endsWith('/') ? '5' : '0') : '2'
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(path) > 99) throw new Error(`too long for this archive: ${path}`)
  header.write(path, 0)
  writeOctal(header, 100, 8, mode ?? (type === '0' ? 0o644 : 0o755))
  writeOctal(header, 108, 8, 0)
  writeOctal(header, 116, 8, 0)
  writeOctal(header, 124, 12, data.length)
  writeOctal(header, 136, 12, 0)
  header.write(type, 156)
  header.write(target ?? '', 157)
  header.write('ustar\x0000', 257)
  // The checksum is taken with spaces in its own place.
  header.fill(' ', 148, 156)
  writeOctal(
    header,
    148,
    7,
    header.reduce((sum, byte) => sum + byte, 0),
  )
  return [header, data, Buffer.alloc((block - (data.length % block)) % block)]
}

/**
 * @param {Buffer} header
 * @param {number} offset
 * @param {number} length of the field, with the zero at its end
 * @param {number} value
 */
function writeOctal(header, offset, length, value) {
  header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset)
}
