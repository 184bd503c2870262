'use client'

import { useEffect, useRef, useState } from 'react'
import { type FilesRead, readDrop } from './read-files'

/**
 * Takes files and folders that are dropped anywhere on the page: beside a field the browser would open them, and the page
 * would be gone. True while something is held over it.
 */
export function useFilesDrop(onFiles: (read: FilesRead) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const listener = useRef(onFiles)

  useEffect(() => {
    listener.current = onFiles
  })

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = async (event: DragEvent) => {
      // A dialog takes files of its own.
      if (!event.dataTransfer?.types.includes('Files') || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      // The editor would put the text of a file where it was dropped.
      event.stopPropagation()
      setIsOver(false)
      listener.current(await readDrop(event.dataTransfer))
    }
    const onDrop = (event: DragEvent) => void drop(event)
    window.addEventListener('dragover', over, true)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [])

  return isOver
}
