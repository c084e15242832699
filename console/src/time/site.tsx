import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Site } from '../api/types';
import { clockText, dateText, dateTimeText, offsetText } from './format';
import { parseInstant } from './zone';

/** The installation's zone and clock. Every time on every screen is in this zone. */
export interface SiteTime {
  zone: string;
  site: Site;
  /** The server's now: the browser's clock may be wrong. */
  now: () => number;
}

const SiteTimeContext = createContext<SiteTime | null>(null);

export function makeSiteTime(site: Site, receivedAt: number): SiteTime {
  const skew = parseInstant(site.now) - receivedAt;
  return { zone: site.zone, site, now: () => Date.now() + (Number.isFinite(skew) ? skew : 0) };
}

export function SiteTimeProvider({ value, children }: { value: SiteTime; children: ReactNode }) {
  return <SiteTimeContext value={value}>{children}</SiteTimeContext>;
}

export function useSiteTime(): SiteTime {
  const value = useContext(SiteTimeContext);
  if (!value) throw new Error('outside of the site');
  return value;
}

const tickers = new Set<() => void>();
let ticker: ReturnType<typeof setInterval> | null = null;
function subscribeTick(listener: () => void): () => void {
  tickers.add(listener);
  ticker ??= setInterval(() => tickers.forEach((each) => each()), 1000);
  return () => {
    tickers.delete(listener);
    if (tickers.size === 0 && ticker) {
      clearInterval(ticker);
      ticker = null;
    }
  };
}

/** The server's now, renewed each second. */
export function useNow(): number {
  const { now } = useSiteTime();
  return useSyncExternalStore(subscribeTick, () => Math.floor(now() / 1000) * 1000);
}

type Show = 'full' | 'date' | 'clock' | 'millis' | 'clockMillis';

function shown(at: number, zone: string, show: Show): string {
  switch (show) {
    case 'full':
      return dateTimeText(at, zone);
    case 'date':
      return dateText(at, zone);
    case 'clock':
      return clockText(at, zone);
    case 'millis':
      return dateTimeText(at, zone, true);
    case 'clockMillis':
      return clockText(at, zone, true);
  }
}

/** An instant in the site's zone: left to right and 0–9 in every language. */
export function Moment({ at, show = 'full' }: { at: string | number; show?: Show }) {
  const { zone } = useSiteTime();
  const millis = typeof at === 'number' ? at : parseInstant(at);
  if (!Number.isFinite(millis)) return null;
  return (
    <time dir="ltr" className="time" dateTime={new Date(millis).toISOString()}>
      {shown(millis, zone, show)}
    </time>
  );
}

/** `24/11/2026 09:02:51 – 09:12:00`; the second date only where it differs. */
export function MomentRange({ from, to, millis = false }: { from: string | number; to: string | number; millis?: boolean }) {
  const { zone } = useSiteTime();
  const a = typeof from === 'number' ? from : parseInstant(from);
  const b = typeof to === 'number' ? to : parseInstant(to);
  const sameDay = dateText(a, zone) === dateText(b, zone);
  return (
    <span dir="ltr" className="time-range">
      <time dateTime={new Date(a).toISOString()}>{dateTimeText(a, zone, millis)}</time>
      {' – '}
      <time dateTime={new Date(b).toISOString()}>{sameDay ? clockText(b, zone, millis) : dateTimeText(b, zone, millis)}</time>
    </span>
  );
}

/** `+07:00 Asia/Ho_Chi_Minh`. */
export function ZoneName({ short = false }: { short?: boolean }) {
  const { zone, now } = useSiteTime();
  const offset = offsetText(now(), zone);
  return <bdi dir="ltr">{short ? offset : `${offset} ${zone}`}</bdi>;
}
