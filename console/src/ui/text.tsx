import { type ComponentProps, type ReactNode, useEffect } from 'react';
import { language, locales, t } from '../i18n/text';
import { changeTitle } from './title';

/** A code, hash, address or number that reads left to right in every language. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="code">
      {children}
    </bdi>
  );
}

/** A number to call. */
export function Phone({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^\d+]/g, '')}`} dir="ltr">
      <Code>{number}</Code>
    </a>
  );
}

/** A hash in groups of eight. */
export function Hash({ value }: { value: string }) {
  const groups = value.match(/.{1,8}/g) ?? [];
  return (
    <bdi dir="ltr" className="hash" title={value}>
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </bdi>
  );
}

/** A name of a person, place or thing, kept whole and in its own direction. */
export function Name({ children }: { children: ReactNode }) {
  return <bdi className="name">{children}</bdi>;
}

export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(locales[language()], {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(value);
}

/** Keeps a signed number or a code in its order inside an Arabic sentence. */
export function ltr(text: string): string {
  return `\u2066${text}\u2069`;
}

/** `12,4 MB`, powers of 1000. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${numberText(value, unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}

/** Sets the page's title while the screen is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    changeTitle(() => ({ page: `${title} – ${t('app.name')}` }));
  }, [title]);
}

/** What a page is headed by; a lead that is plain text is a paragraph. */
export function PageHead({ title, lead, actions, children }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <div className="page-head-row">
        <div className="page-head-text">
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <div className="lead">{typeof lead === 'string' ? <p>{lead}</p> : lead}</div>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

interface PageFrameProps extends Omit<ComponentProps<typeof PageHead>, 'title'> {
  title: string;
  /** What stands in the head under title and lead: mostly tabs. */
  below?: ComponentProps<typeof PageHead>['children'];
}

/** A page whose title is known before anything is fetched: the window's title, the head and the content under it. */
export function PageFrame({ title, below, children, ...head }: PageFrameProps) {
  usePageTitle(title);
  return (
    <>
      <PageHead title={title} {...head}>
        {below}
      </PageHead>
      {children}
    </>
  );
}

/** One line of a list of facts (`dl.facts`). */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
