/** A text as a YAML value: bare where that reads as the same text everywhere, in quotes otherwise. */
export function yamlText(text: string): string {
  const isWord = /^[A-Za-z./][\w./-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
  return isWord ? text : JSON.stringify(text)
}
