/** A calm horizon under a watchful eye. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="logo">
      <rect width="32" height="32" rx="7" fill="#17333f" />
      <path d="M4.5 16.5C8 10.8 11.8 8 16 8s8 2.8 11.5 8.5" fill="none" stroke="#7fd0e8" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="16" cy="16.5" r="4" fill="#f4c95d" />
      <path d="M6 23.5h20" stroke="#7fd0e8" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
