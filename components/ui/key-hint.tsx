/** Keys to press, one after the other: `keys="g s"`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 text-2xs text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
