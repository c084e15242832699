import { Link } from 'react-router';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { DataTable } from '../ui/DataTable';
import { Code, Name } from '../ui/text';
import { EmergencyState } from './EmergencyState';
import type { EmergencyAccess } from './types';

/**
 * Emergency accesses: who, why, when, and what became of each.
 *
 * @param reviews whether they are those of all purposes, each with its review
 */
export function EmergencyTable({ items, reviews = false }: { items: EmergencyAccess[]; reviews?: boolean }) {
  return (
    <DataTable heads={[t('emergency.colAccess'), t('emergency.colPerson'), t('emergency.colReason'), t('emergency.colOpened'), t('emergency.colState')]} cards>
      {items.map((each) => (
        <tr key={each.id} data-emergency={each.code}>
          <th scope="row">
            {reviews ? (
              <Link className="row-link-plain" to={`/reviews/${each.id}`}>
                <Code>{each.code}</Code>
              </Link>
            ) : (
              <Code>{each.code}</Code>
            )}
            <small className="block">
              {reviews && <>{tCode('emergency.purpose', each.purpose)} · </>}
              <Name>{each.areaName}</Name>
            </small>
          </th>
          <td data-label={t('emergency.colPerson')}>
            <Name>{each.person.displayName}</Name>
          </td>
          <td>
            <Name>{each.reason}</Name>
          </td>
          <td data-label={t('emergency.colOpened')}>
            <Moment at={each.openedAt} />
          </td>
          <td>
            <EmergencyState each={each} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
