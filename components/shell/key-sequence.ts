/** How long after g its second key is waited for. */
const patienceMs = 1200

/** The part of a KeyboardEvent that decides. */
export type Pressed = { key: string; timeStamp: number; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

export type Command = { command: 'palette' } | { command: 'help' } | { command: 'go'; key: string }

/**
 * Understands keys one after the other: g and a letter go to a place, ? shows the sheet, Ctrl-K or Cmd-K opens the palette.
 * `isTyping` is asked for plain letters alone: the palette can be opened from a text field too.
 */
export function keySequence(): (pressed: Pressed, isTyping: boolean) => Command | null {
  let prefixAt = Number.NEGATIVE_INFINITY
  return (pressed, isTyping) => {
    const { key, timeStamp, ctrlKey, metaKey, altKey } = pressed
    const isAfterPrefix = timeStamp - prefixAt < patienceMs
    prefixAt = Number.NEGATIVE_INFINITY
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return { command: 'palette' }
    if (isTyping || ctrlKey || metaKey || altKey) return null
    if (key === '?') return { command: 'help' }
    if (isAfterPrefix) return { command: 'go', key }
    if (key === 'g') prefixAt = timeStamp
    return null
  }
}
