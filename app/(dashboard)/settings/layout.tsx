import type { ReactNode } from 'react'
import { SettingsHead } from '@/components/users/settings-head'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsHead />
      <div>{children}</div>
    </>
  )
}
