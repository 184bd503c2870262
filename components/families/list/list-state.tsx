'use client'

import { createContext, useContext, useMemo } from 'react'
import { useSearchParam } from '@/lib/browser/use-search-param'

/** Names of families, held in the URL. Outside of it they would be lost with a reload. */
export type NameSet = {
  names: ReadonlySet<string>
  put: (name: string, isIn: boolean) => void
  clear: () => void
}

export function useNameSet(param: string): NameSet {
  const [text, setText] = useSearchParam(param)
  return useMemo(() => {
    const names = new Set(text.split(',').filter(Boolean))
    const put = (name: string, isIn: boolean) => {
      const next = new Set(names)
      if (isIn) next.add(name)
      else next.delete(name)
      setText([...next].join(','))
    }
    return { names, put, clear: () => setText('') }
  }, [text, setText])
}

type ListState = { open: NameSet /** Null where nothing can be done with several at once. */; selected: NameSet | null }

const Context = createContext<ListState | null>(null)

/** For the cells: the columns stay the same while rows are opened and chosen, so that other rows are not drawn again. */
export const ListStateProvider = Context

export function useListState(): ListState {
  const state = useContext(Context)
  if (!state) throw new Error('this stands in a list of families only')
  return state
}
