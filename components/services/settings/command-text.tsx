/** Words of a command as a shell would take them, so that one can see where each begins and ends. */
export function CommandText({ words }: { words: readonly string[] }) {
  return <code className="block whitespace-pre-wrap break-all">{words.map(quoted).join(' ')}</code>
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  return `'${word.replaceAll("'", `'\\''`)}'`
}
