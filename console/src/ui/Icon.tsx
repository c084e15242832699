/** Line icons on a 20 by 20 grid. They never stand alone: a word is always beside them. */
const paths = {
  home: 'M3 9.5L10 3l7 6.5M5 8v9h10V8M8.5 17v-5h3v5',
  camera: 'M2.5 6.5h10v7h-10zM12.5 9l5-2.5v7l-5-2.5',
  car: 'M2.5 14.5v-4L5 5.5h10l2.5 5v4zM2.5 10.5h15M5 14.5v2M15 14.5v2M5.5 12.5h.01M14.5 12.5h.01',
  wall: 'M2.5 3.5h6.5v5.5H2.5zM11 3.5h6.5v5.5H11zM2.5 11h6.5v5.5H2.5zM11 11h6.5v5.5H11z',
  play: 'M6 4l9.5 6L6 16z',
  pause: 'M6.5 4v12M13.5 4v12',
  cases: 'M2.5 6h15v10.5h-15zM7 6V3.5h6V6M2.5 10.5h15',
  requests: 'M5 2.5h10v15H5zM8 7h4.5M8 10h4.5M8 13h2.5',
  log: 'M4 5h12M4 10h12M4 15h7M2 5h.01M2 10h.01M2 15h.01',
  people: 'M10 9.5a3 3 0 100-6 3 3 0 000 6zM3.5 17c.6-3.4 3.2-5.2 6.5-5.2s5.9 1.8 6.5 5.2',
  search: 'M9 14.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM13 13l4.5 4.5',
  down: 'M5 7.5l5 5 5-5',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  figures: 'M3 17h14M5 17v-5M9 17V7M13 17v-8M17 17V4',
  warn: 'M10 3l8 14H2zM10 8v4M10 14.5v.01',
  stop: 'M6 2.5h8l3.5 3.5v8L14 17.5H6L2.5 14V6zM6.5 10h7',
  off: 'M10 2.5V10M5.8 5.2a6.5 6.5 0 108.4 0',
  record: 'M10 15.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM10 11.5a1.5 1.5 0 100-3 1.5 1.5 0 000 3z',
  picture: 'M2.5 4h15v12h-15zM2.5 13l4.5-4 4 3.5 2.5-2 4 3M13 7.5h.01',
  clock: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM10 5.5V10l3 2',
  link: 'M8 12l4-4M6.5 9.5l-2 2a3 3 0 004.2 4.2l2-2M13.5 10.5l2-2a3 3 0 00-4.2-4.2l-2 2',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  list: 'M3 5h14M3 10h14M3 15h14',
  globe: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM2.5 10h15M10 2.5c5 5 5 10 0 15M10 2.5c-5 5-5 10 0 15',
  user: 'M10 9.5a3 3 0 100-6 3 3 0 000 6zM3.5 17c.6-3.4 3.2-5.2 6.5-5.2s5.9 1.8 6.5 5.2',
  lock: 'M4.5 9h11v8h-11zM6.5 9V6.5a3.5 3.5 0 017 0V9',
  shield: 'M10 2.5l6.5 2.5v5c0 3.8-2.7 6.3-6.5 7.5-3.8-1.2-6.5-3.7-6.5-7.5V5z',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  keys: 'M2.5 5h15v10h-15zM5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.5 12h7',
  next: 'M7.5 4.5L13 10l-5.5 5.5',
  stepForward: 'M5 4l7 6-7 6zM15 4v12',
  stepBack: 'M15 4l-7 6 7 6zM5 4v12',
  playBack: 'M14 4l-9.5 6L14 16z',
  gapNext: 'M2.5 7h3v6h-3zM8 7v6M10.5 7v6M13 4.5L17.5 10L13 15.5',
  gapBack: 'M14.5 7h3v6h-3zM12 7v6M9.5 7v6M7 4.5L2.5 10L7 15.5',
  eventNext: 'M5.5 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM11 4.5L16.5 10L11 15.5',
  eventBack: 'M14.5 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM9 4.5L3.5 10L9 15.5',
  full: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  calendar: 'M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v4M13 2.5v4',
  still: 'M2.5 6h4l1.5-2h4l1.5 2h4v10h-15zM10 13.5a3 3 0 100-6 3 3 0 000 6z',
  megaphone: 'M3 8v4h3l8 4V4L6 8zM6 12l1.5 5H10l-1-3.5M16.5 8.5v3',
  flag: 'M5 17.5v-15h10l-2.5 3.5L15 9.5H5',
  map: 'M10 17.5c-3.6-4-5.5-7-5.5-9.5a5.5 5.5 0 0111 0c0 2.5-1.9 5.5-5.5 9.5zM10 10a2 2 0 100-4 2 2 0 000 4z',
  register: 'M4 2.5h12v15H4zM7 2.5v15M9.5 6.5H14M9.5 9.5H14',
  phone: 'M5 3h3l1.5 4-2 1.5a9 9 0 004 4l1.5-2 4 1.5v3c0 1-.8 1.7-1.8 1.5C8.500 15.5 4.500 11.5 3.500 4.800 3.300 3.800 4 3 5 3z',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  bell: 'M10 2.5a5 5 0 00-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 00-5-5zM8.2 16.5a1.9 1.9 0 003.6 0',
  mail: 'M2.5 4.5h15v11h-15zM2.5 5.5l7.5 6 7.5-6',
} as const;

export type IconName = keyof typeof paths;

const mirrored: readonly IconName[] = ['next', 'arrow', 'log', 'list'];

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={mirrored.includes(name) ? 'icon icon-mirrored' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
