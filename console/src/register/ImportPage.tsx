import { t, tCode } from '../i18n/text';
import { Columns } from '../lists/Columns';
import { ListImport, spreadsheet } from '../lists/ListImport';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import type { ListReport } from './types';

/** Cameras from a spreadsheet. */
export function ImportPage() {
  return (
    <PageFrame title={t('register.importTitle')} lead={t('lists.howSheet')}>
      <div className="stack">
        <section className="panel stack">
          <ListImport<ListReport>
            path="/api/cameras/import"
            file={spreadsheet(48)}
            news={(report) => report.fresh}
            summary={(report) => <p>{t('register.importRows', { rows: report.rows, fresh: report.fresh, known: report.known })}</p>}
            more={(report) => report.fresh > 0 && <Preview report={report} />}
            take={(report) => t('register.importTake', { count: report.fresh })}
            nothing={t('register.importNothing')}
            done={(report) => t('register.importDone', { count: report.fresh })}
            back={{ to: '/register', label: t('register.importToRegister') }}
            changes={['register']}
          />
        </section>
        <Columns path="/api/cameras/import/columns" template="cameras.csv" />
      </div>
    </PageFrame>
  );
}

function Preview({ report }: { report: ListReport }) {
  return (
    <>
      <p>
        {t('register.importMore', {
          connected: report.connected,
          community: report.community,
          withConsent: report.withConsent,
          withContact: report.withContact,
          withoutPlace: report.withoutPlace,
        })}
      </p>
      <div className="two-columns">
        <div>
          <h2>{t('register.importSample')}</h2>
          <ul className="plain-list">
            {report.sample.map((row) => (
              <li key={`${row.area} ${row.reference}`}>
                <Code>{row.reference}</Code> <Name>{row.name}</Name> · {tCode('register.kind', row.kind)} · <bdi>{row.area}</bdi>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>{t('register.importAreas')}</h2>
          <ul className="plain-list">
            {report.areas.map((area) => (
              <li key={area.code}>
                <bdi>{area.name}</bdi>: {numberText(area.rows)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}
