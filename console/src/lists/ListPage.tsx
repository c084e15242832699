import type { QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../i18n/text';
import { Name, PageFrame } from '../ui/text';
import { Columns } from './Columns';
import { ListImport, spreadsheet } from './ListImport';
import type { ImportReport } from './types';

interface Props {
  title: string;
  how: string;
  path: string;
  template: string;
  back: { to: string; label: string };
  changes: QueryKey;
  children?: ReactNode;
}

/** A list that only adds things, from a spreadsheet. */
export function ListPage({ title, how, path, template, back, changes, children }: Props) {
  return (
    <PageFrame
      title={title}
      lead={
        <p>
          {t('lists.howSheet')} {how}
        </p>
      }
    >
      <div className="stack">
        <section className="panel stack">
          <ListImport<ImportReport>
            path={path}
            file={spreadsheet(16)}
            news={(report) => report.added}
            summary={(report) => <p>{t('lists.rows', { rows: report.rows, added: report.added, known: report.known })}</p>}
            more={(report) =>
              report.sample.length > 0 && (
                <ul className="plain-list">
                  {report.sample.map((each) => (
                    <li key={each}>
                      <Name>{each}</Name>
                    </li>
                  ))}
                </ul>
              )
            }
            take={(report) => t('lists.take', { count: report.added })}
            nothing={t('lists.nothing')}
            done={(report) => t('lists.done', { count: report.added })}
            back={back}
            changes={changes}
          />
        </section>
        {children}
        <Columns path={`${path}/columns`} template={template} />
      </div>
    </PageFrame>
  );
}
