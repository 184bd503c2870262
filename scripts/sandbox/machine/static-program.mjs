// @ts-check

/** PT_INTERP of the ELF format: names the loader that a program with shared libraries starts with. */
const interpreterHeader = 3

/**
 * Whether a Linux program runs without any other file, as one must that is alone in an image.
 * @param {Buffer} program its content
 */
export function isStatic(program) {
  const is64Bit = program[4] === 2
  const start = is64Bit ? Number(program.readBigUInt64LE(32)) : program.readUInt32LE(28)
  const size = program.readUInt16LE(is64Bit ? 54 : 42)
  const count = program.readUInt16LE(is64Bit ? 56 : 44)
  const types = Array.from({ length: count }, (_, index) => program.readUInt32LE(start + index * size))
  return !types.includes(interpreterHeader)
}
