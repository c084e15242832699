import { Link } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { DataTable } from '../ui/DataTable';
import { DialogButton } from '../ui/overlays';
import { Badge } from '../ui/State';
import { Code, ltr, Name } from '../ui/text';
import { Decide, documentText, End } from './acts';
import type { Wanted } from './types';
import css from './wanted.module.css';

const tones = { REQUESTED: 'info', ACTIVE: 'warn', REFUSED: 'mute', EXPIRED: 'mute', ENDED: 'mute' } as const;

/** The list: each vehicle with what orders its search, where and until when, and what the reader may do. */
export function WantedTable({ items }: { items: Wanted[] }) {
  return (
    <DataTable heads={[t('wanted.colPlate'), { wide: t('wanted.colReason') }, t('wanted.colArea'), t('wanted.colState')]} cards>
      {items.map((each) => (
        <tr key={each.id} data-wanted={each.plate}>
          <th scope="row">
            <Code>{each.plate}</Code>
            <Meanings each={each} />
            <small className="block">
              <Code>{each.code}</Code>
            </small>
          </th>
          <td>
            <Name>{each.reason}</Name>
            <small className="block">{documentText(each)}</small>
            <CaseLink each={each} />
          </td>
          <td data-label={t('wanted.colArea')}>
            <Name>{each.areaName}</Name>
            <small className="block">
              {t('wanted.until')} <Moment at={each.expiresAt} />
            </small>
          </td>
          <td>
            <Badge tone={tones[each.state]}>{tCode('wanted.state', each.state)}</Badge>
            <Who each={each} />
            <div className={`actions ${css.acts}`}>
              <DialogButton small kind="primary" label={t('wanted.decide')} title={t('wanted.decision', { code: ltr(each.code) })} shown={each.mayDecide}>
                {(close) => <Decide each={each} onDone={close} />}
              </DialogButton>
              <DialogButton small label={t('wanted.end')} title={t('wanted.ending', { code: ltr(each.code) })} shown={each.mayEnd}>
                {(close) => <End each={each} onDone={close} />}
              </DialogButton>
            </div>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** All that the plate may mean, and kind and colour as far as they are known. */
function Meanings({ each }: { each: Wanted }) {
  const seen = [each.objectClass && tCode('vehicles.class', each.objectClass), each.colour && tCode('vehicles.colour', each.colour)].filter(Boolean);
  return (
    <>
      {each.meanings.map((meaning) => (
        <small key={`${meaning.kind} ${meaning.text}`} className="block">
          <Code>{meaning.text}</Code> <bdi>{tCode('cases.plateKind', meaning.kind)}</bdi>
        </small>
      ))}
      {seen.length > 0 && <small className="block">{seen.join(' · ')}</small>}
    </>
  );
}

function CaseLink({ each: { caseId, caseCode } }: { each: Wanted }) {
  const user = useUser();
  if (caseCode === null) return null;
  return <small className="block">{may(user, 'cases') ? <Link to={`/cases/${caseId}`}>{<Code>{caseCode}</Code>}</Link> : <Code>{caseCode}</Code>}</small>;
}

/** Who asked, decided and ended, when, and in which words. */
function Who({ each: { requestedBy, requestedAt, decision, end } }: { each: Wanted }) {
  return (
    <>
      <small className="block">
        {t('wanted.requestedBy')} <Name>{requestedBy.displayName}</Name> · <Moment at={requestedAt} />
      </small>
      {decision && (
        <small className="block">
          {t('wanted.decidedBy')} <Name>{decision.by.displayName}</Name> · <Moment at={decision.at} /> · <bdi>{decision.reason}</bdi>
        </small>
      )}
      {end && (
        <small className="block">
          {t('wanted.endedBy')} <Name>{end.by.displayName}</Name> · <Moment at={end.at} />
          {end.note && (
            <>
              {' '}
              · <bdi>{end.note}</bdi>
            </>
          )}
        </small>
      )}
    </>
  );
}
