/** What is compared: the earlier one, then the later one. */
export function DiffNames({ before, after }: { before: string; after: string }) {
  return (
    <span className="min-w-0 break-words">
      <span className="font-medium text-ink">{before}</span> → <span className="font-medium text-ink">{after}</span>
    </span>
  )
}
