import { useEffect, useRef, useState } from 'react'

type Drop = {
  onDrop: (dropped: DataTransfer) => void
  /** Whether the page takes what is dropped now; else whoever else listens may. */
  takes?: () => boolean
}

/**
 * Takes files that are dropped anywhere on the page: beside a field the browser would open them, and what was typed would
 * be gone. It hears of them before anything on the page does. True while something is held over it.
 */
export function useWindowDrop({ onDrop, takes = () => true }: Drop): boolean {
  const [isOver, setIsOver] = useState(false)
  const listener = useRef({ onDrop, takes })

  useEffect(() => {
    listener.current = { onDrop, takes }
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
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files') || !listener.current.takes()) return
      event.preventDefault()
      // An editor would put the text of a file where it was dropped.
      event.stopPropagation()
      setIsOver(false)
      listener.current.onDrop(event.dataTransfer)
    }
    window.addEventListener('dragover', over, true)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop, true)
    }
  }, [])

  return isOver
}
