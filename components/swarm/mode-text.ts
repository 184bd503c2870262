/** A file's mode as `ls` and `chmod` know it: 292 is `0444`. */
export function modeText(mode: number): string {
  return `0${(mode & 0o777).toString(8).padStart(3, '0')}`
}
