'use client'

import { useState } from 'react'
import { type ContentDraft, draftFromText, draftToText, emptyDraft } from './content-draft'

/**
 * The draft of a config's new content, kept for this tab through errors, reloads and lost sessions. Configs only: a
 * secret's value is never kept anywhere.
 */
export function useContentDraft(objectId: string) {
  const key = `skep.rotation.${objectId}`
  const [draft, setDraft] = useState<ContentDraft>(() => draftFromText(read(key)) ?? emptyDraft)
  // Each new beginning makes a new editor, which reads its text but once.
  const [beginning, setBeginning] = useState(0)
  const [isKept, setIsKept] = useState(true)

  const change = (next: ContentDraft) => {
    setDraft(next)
    setIsKept(write(key, next))
  }
  const begin = (next: ContentDraft) => {
    change(next)
    setBeginning((last) => last + 1)
  }
  return {
    draft,
    beginning,
    /** False where the browser has no room for it: a reload would lose it. */
    isKept,
    setText: (text: string) => change({ ...draft, text }),
    takeFile: begin,
    startOver: () => begin(emptyDraft),
    forget: () => window.sessionStorage.removeItem(key),
  }
}

function read(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, draft: ContentDraft): boolean {
  try {
    if (draft.text === null && draft.upload === null) window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, draftToText(draft))
    return true
  } catch {
    return false
  }
}
