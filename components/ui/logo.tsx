/** A skep: the woven basket in which beekeepers keep a swarm. Five coils of straw and the bees' door. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <g fill="none" stroke="var(--accent-solid)" strokeWidth="3.6" strokeLinecap="round">
        <path d="M12.6 5.6h6.8" />
        <path d="M9 11.2h14" />
        <path d="M6.4 16.8h19.2" />
        <path d="M5 22.4h6.2M20.8 22.4H27" />
        <path d="M5 28h6.2M20.8 28H27" />
      </g>
    </svg>
  )
}
