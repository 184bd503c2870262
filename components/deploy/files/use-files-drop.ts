'use client'

import { useWindowDrop } from '@/lib/browser/use-window-drop'
import { type FilesRead, readDrop } from './read-files'

/** Takes files and folders that are dropped anywhere on the page. True while something is held over it. */
export function useFilesDrop(onFiles: (read: FilesRead) => void): boolean {
  return useWindowDrop({
    onDrop: (dropped) => void readDrop(dropped).then(onFiles),
    // A dialog takes files of its own.
    takes: () => document.querySelector('[role="dialog"]') === null,
  })
}
