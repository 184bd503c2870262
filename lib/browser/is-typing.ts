/** Whether keys belong to a text field or an open dialog, and single letters must not be taken for shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input[type="checkbox"], input[type="radio"]')) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
