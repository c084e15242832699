/** Line icons on a 20 by 20 grid, each named by the one thing it means. They never stand alone: a word is always beside them. */
const paths = {
  // What the pages are about.
  home: 'M3 9.5L10 3l7 6.5M5 8v9h10V8M8.5 17v-5h3v5',
  camera: 'M2.5 6.5h10v7h-10zM12.5 9l5-2.5v7l-5-2.5',
  wall: 'M2.5 3.5h6.5v5.5H2.5zM11 3.5h6.5v5.5H11zM2.5 11h6.5v5.5H2.5zM11 11h6.5v5.5H11z',
  nearby: 'M10 12.5S6 9 6 6.3a4 4 0 018 0c0 2.7-4 6.2-4 6.2zM6 11.5c-2 .5-3 1.3-3 2.2 0 1.7 3 3.3 7 3.3s7-1.6 7-3.3c0-.9-1-1.7-3-2.2',
  register: 'M4 2.5h12v15H4zM7 2.5v15M9.5 6.5H14M9.5 9.5H14',
  case: 'M2.5 6h15v10.5h-15zM7 6V3.5h6V6M2.5 10.5h15',
  kind: 'M3 3h6.5l7.5 7.5-6.5 6.5L3 9.5zM6.5 6.5h.01',
  vehicle: 'M2.5 14.5v-4L5 5.5h10l2.5 5v4zM2.5 10.5h15M5 14.5v2M15 14.5v2M5.5 12.5h.01M14.5 12.5h.01',
  wanted: 'M10 16a6 6 0 100-12 6 6 0 000 12zM10 1.5v4M10 14.5v4M1.5 10h4M14.5 10h4',
  request: 'M5 2.5h10v15H5zM8 7h4.5M8 10h4.5M8 13h2.5',
  package: 'M3 6l7-3.5L17 6v8.5L10 18l-7-3.5zM3 6l7 3.5L17 6M10 9.5V18',
  received: 'M3 11l2.5-7h9L17 11v5.5H3zM3 11h4l1 2h4l1-2h4',
  review: 'M5 4h10v13.5H5zM8 2.5h4v3H8zM7.5 11.5l2 2 3.5-4',
  hold: 'M2.5 3.5h15v4h-15zM4 7.5v9h12v-9M8 10.5h4',
  finding: 'M5 17.5v-15h10l-2.5 3.5L15 9.5H5',
  look: 'M1.5 10s3-5.5 8.5-5.5 8.5 5.5 8.5 5.5-3 5.5-8.5 5.5S1.5 10 1.5 10zM10 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  dataRequest: 'M2.5 4.5h15v11h-15zM7 9.5a1.6 1.6 0 100-3.2 1.6 1.6 0 000 3.2zM4.5 13c.3-1.5 1.3-2.2 2.5-2.2s2.2.7 2.5 2.2M12 8.5h3M12 11.5h3',
  log: 'M4 5h12M4 10h12M4 15h7M2 5h.01M2 10h.01M2 15h.01',
  situation: 'M3 3.5h14v10H9L5 17v-3.5H3zM10 6v3.5M10 11.5v.01',
  mediation: 'M10 3v14M6 17h8M4 5.5h12M4 5.5L2 11a2 2 0 004 0zM16 5.5L14 11a2 2 0 004 0z',
  measure: 'M8.5 3.5l5 5L10 12 5 7zM11.5 10.5L17 16M3 17.5h8',
  team: 'M10 2.5l6.5 2.5v5c0 3.8-2.7 6.3-6.5 7.5-3.8-1.2-6.5-3.7-6.5-7.5V5z',
  standard: 'M10 2.5l2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2L2.5 8l5.2-.7z',
  programme: 'M3 5l1.2 1.2L6.5 4M3 10l1.2 1.2L6.5 9M3 15l1.2 1.2L6.5 14M9.5 5.5H17M9.5 10.5H17M9.5 15.5H17',
  campaign: 'M3 8v4h3l8 4V4L6 8zM6 12l1.5 5H10l-1-3.5M16.5 8.5v3',
  figures: 'M3 17h14M5 17v-5M9 17V7M13 17v-8M17 17V4',
  trend: 'M3 3v14h14M6 13l3.5-4 3 2.5L17 6',
  area: 'M4.5 5.5L13 3.5l3.5 6-3 7H6zM10 10h.01',
  people: 'M7.5 9.5a2.7 2.7 0 100-5.4 2.7 2.7 0 000 5.4zM2 16.5c.5-3 2.7-4.6 5.5-4.6s5 1.6 5.5 4.6M13 4.3a2.7 2.7 0 010 5M15 12.3c1.7.7 2.7 2.2 3 4.2',
  person: 'M10 9.5a3 3 0 100-6 3 3 0 000 6zM3.5 17c.6-3.4 3.2-5.2 6.5-5.2s5.9 1.8 6.5 5.2',
  setup: 'M3 5h7M14 5h3M12 3v4M3 10h2M9 10h8M7 8v4M3 15h7M14 15h3M12 13v4',
  notification: 'M10 2.5a5 5 0 00-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 00-5-5zM8.2 16.5a1.9 1.9 0 003.6 0',
  mail: 'M2.5 4.5h15v11h-15zM2.5 5.5l7.5 6 7.5-6',
  phone: 'M5 3h3l1.5 4-2 1.5a9 9 0 004 4l1.5-2 4 1.5v3c0 1-.8 1.7-1.8 1.5C8.5 15.5 4.5 11.5 3.5 4.8 3.3 3.8 4 3 5 3z',
  key: 'M7 13a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM10.5 9.5H18M14.5 9.5V13M18 9.5V12',
  sign: 'M3 3.5h14v8H3zM10 11.5v6M6 7.5h8',
  list: 'M2.5 4h15v12h-15zM2.5 8h15M2.5 12h15M7 8v8',
  browser: 'M2.5 4h15v12h-15zM2.5 7.5h15M5 5.8h.01',
  place: 'M10 17.5c-3.6-4-5.5-7-5.5-9.5a5.5 5.5 0 0111 0c0 2.5-1.9 5.5-5.5 9.5zM10 10a2 2 0 100-4 2 2 0 000 4z',
  picture: 'M2.5 4h15v12h-15zM2.5 13l4.5-4 4 3.5 2.5-2 4 3M13 7.5h.01',
  // How things stand.
  done: 'M4 10.5l4 4 8-9',
  info: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM10 9v5M10 6v.01',
  warn: 'M10 3l8 14H2zM10 8v4M10 14.5v.01',
  danger: 'M6.5 2.5h7l4 4v7l-4 4h-7l-4-4v-7zM10 6v5M10 13.5v.01',
  emergency: 'M5 16.5V11a5 5 0 0110 0v5.5M3 16.5h14M10 2v2M3.5 4.5L5 6M16.5 4.5L15 6',
  urgent: 'M11 2.5L4.5 11.5H10l-1 6 6.5-9H10z',
  refused: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM4.7 4.7l10.6 10.6',
  time: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM10 5.5V10l3 2',
  waiting: 'M5 2.5h10M5 17.5h10M6 2.5c0 4 4 5 4 7.5s-4 3.5-4 7.5M14 2.5c0 4-4 5-4 7.5s4 3.5 4 7.5',
  closed: 'M4.5 9h11v8h-11zM6.5 9V6.5a3.5 3.5 0 017 0V9',
  hidden: 'M3 3l14 14M8 5c.6-.2 1.3-.3 2-.3 5.5 0 8.5 5.3 8.5 5.3a15 15 0 01-2.3 2.9M5.3 6.6A14.5 14.5 0 001.5 10s3 5.3 8.5 5.3c1.2 0 2.3-.2 3.3-.6',
  record: 'M10 15.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM10 11.5a1.5 1.5 0 100-3 1.5 1.5 0 000 3z',
  connection: 'M7 2.5v4M13 2.5v4M5 6.5h10v3a5 5 0 01-10 0zM10 14.5v3',
  lost: 'M7 2.5v2M13 2.5v4M9 6.5h6v3a5 5 0 01-1.2 3.2M5 6.5v3a5 5 0 007 4.6M10 14.5v3M2.5 2.5l15 15',
  off: 'M10 2.5V10M5.8 5.2a6.5 6.5 0 108.4 0',
  gap: 'M2.5 10h3M14.5 10h3M8 6v8M12 6v8',
  // What is done by a press.
  search: 'M9 14.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM13 13l4.5 4.5',
  add: 'M10 4v12M4 10h12',
  remove: 'M3.5 5.5h13M8 5.5V3h4v2.5M5 5.5l1 12h8l1-12',
  close: 'M5 5l10 10M15 5L5 15',
  open: 'M4.5 9h11v8h-11zM6.5 9V6.5a3.5 3.5 0 016.8-1.2',
  verify: 'M10 12a4.7 4.7 0 100-9.4A4.7 4.7 0 0010 12zM7 11l-1.5 6.5 4.5-2.5 4.5 2.5L13 11M8 7.2l1.5 1.5L12.1 5.7',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  load: 'M10 12.5V3M6 7l4-4 4 4M3.5 16.5h13',
  print: 'M5.5 7.5v-5h9v5M5.5 14h-3V7.5h15V14h-3M5.5 11.5h9v6h-9z',
  copy: 'M7 7h10v10H7zM13 7V3H3v10h4',
  link: 'M8 12l4-4M6.5 9.5l-2 2a3 3 0 004.2 4.2l2-2M13.5 10.5l2-2a3 3 0 00-4.2-4.2l-2 2',
  refer: 'M11 4.5l5.5 5-5.5 5v-3.2c-3.5 0-6 1-8 3.7.5-4.5 3-7.2 8-7.5z',
  exit: 'M11 3H4v14h7M8.5 10H17M14 7l3 3-3 3',
  map: 'M3 5l5-2 4 2 5-2v12l-5 2-4-2-5 2zM8 3v12M12 5v12',
  keyboard: 'M2.5 5h15v10h-15zM5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.5 12h7',
  expand: 'M5 7.5l5 5 5-5',
  next: 'M7.5 4.5L13 10l-5.5 5.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  // Transport; left to right in every language.
  play: 'M6 4l9.5 6L6 16z',
  pause: 'M6.5 4v12M13.5 4v12',
  playBack: 'M14 4l-9.5 6L14 16z',
  stepForward: 'M5 4l7 6-7 6zM15 4v12',
  stepBack: 'M15 4l-7 6 7 6zM5 4v12',
  gapNext: 'M2.5 7h3v6h-3zM8 7v6M10.5 7v6M13 4.5L17.5 10L13 15.5',
  gapBack: 'M14.5 7h3v6h-3zM12 7v6M9.5 7v6M7 4.5L2.5 10L7 15.5',
  eventNext: 'M5.5 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM11 4.5L16.5 10L11 15.5',
  eventBack: 'M14.5 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM9 4.5L3.5 10L9 15.5',
  fullScreen: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  calendar: 'M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v4M13 2.5v4',
  still: 'M2.5 6h4l1.5-2h4l1.5 2h4v10h-15zM10 13.5a3 3 0 100-6 3 3 0 000 6z',
} as const;

export type IconName = keyof typeof paths;

const mirrored: readonly IconName[] = ['next', 'log', 'list', 'programme', 'refer', 'exit'];

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
