'use client'

import { createContext, useContext, useMemo } from 'react'
import { useFilterText } from '@/components/ui/table/use-filter-text'

/** Names of families, held in the URL. Outside of it they would be lost with a reload. */
export type NameSet = {
  names: ReadonlySet<string>
  put: (name: string, isIn: boolean) => void
  clear: () => void
}

export function useNameSet(param: string): NameSet {
  // The URL follows at a distance: several keys or clicks within a moment must all count.
  const [text, setText] = useFilterText(param)
  return useMemo(() => {
    const put = (name: string, isIn: boolean) => setText((last) => [...changed(namesIn(last), name, isIn)].join(','))
    return { names: namesIn(text), put, clear: () => setText('') }
  }, [text, setText])
}

const namesIn = (text: string) => new Set(text.split(',').filter(Boolean))

function changed(names: Set<string>, name: string, isIn: boolean): Set<string> {
  if (isIn) names.add(name)
  else names.delete(name)
  return names
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
