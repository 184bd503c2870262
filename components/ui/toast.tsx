'use client'

import { Toaster as Sonner, toast } from 'sonner'
import { StateShape, type Tone } from './state-shape'

export function Toaster() {
  return <Sonner position="bottom-right" visibleToasts={1} offset={16} mobileOffset={72} />
}

type Toast = { title: string; detail?: string; tone?: Tone; action?: { label: string; run: () => void } }

/** For things that happened elsewhere, never for what the eye already sees. One at a time: the newest replaces. */
export function showToast({ title, detail, tone = 'neutral', action }: Toast) {
  toast.custom(
    (id) => (
      <div className="flex w-88 max-w-full items-start gap-2.5 rounded-lg bg-raised px-4 py-3 font-sans text-base text-ink shadow-overlay">
        <StateShape tone={tone} className="mt-1.25" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          {detail && <p className="text-muted">{detail}</p>}
        </div>
        {action && (
          <button
            type="button"
            className="font-medium text-accent hover:underline"
            onClick={() => {
              toast.dismiss(id)
              action.run()
            }}
          >
            {action.label}
          </button>
        )}
      </div>
    ),
    // One id for all: the next toast takes the place of the one before it.
    { id: 'skep', duration: 6000, unstyled: true },
  )
}
