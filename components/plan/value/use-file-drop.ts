'use client'

import { useWindowDrop } from '@/lib/browser/use-window-drop'

/** Takes the first file of what is dropped anywhere on the page. True while one is held over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  return useWindowDrop({
    onDrop: ({ files: [file] }) => {
      if (file) onFile(file)
    },
  })
}
