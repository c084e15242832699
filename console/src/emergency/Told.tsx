import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { may, usePages, useUser } from '../api/queries';
import type { Page } from '../api/types';
import { t } from '../text/text';
import { Moment, useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Pages } from '../ui/Pages';
import { Empty, Notice } from '../ui/State';
import { Code, Name } from '../ui/text';
import { EmergencyState } from './EmergencyState';
import type { EmergencyAccess } from './types';

const path = '/api/emergency-accesses/told';
const fresh = 24 * 3_600_000;
const often = 300_000;

/** Tells who answers for an area that somebody opened its reports within the last day. */
export function ToldNotice() {
  const user = useUser();
  const now = useNow();
  const told = useQuery({ enabled: may(user, 'situationEmergencies'), queryKey: ['emergencies', 'told', 'last'], queryFn: async () => (await json<Page<EmergencyAccess>>(`${path}?limit=5`)).items, staleTime: often, refetchInterval: often, refetchOnWindowFocus: false });
  const last = (told.data ?? []).filter((each) => each.person.id !== user.id && parseInstant(each.openedAt) > now - fresh);
  if (last.length === 0) return null;
  return (
    <Notice tone="warn" title={t('situations.toldNotice')}>
      <ul data-told>
        {last.map((each) => (
          <li key={each.id}>
            <Name>{each.person.displayName}</Name> · <Name>{each.areaName}</Name> · <Moment at={each.openedAt} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/situations/emergency">{t('situations.toldSee')}</Link>
      </p>
    </Notice>
  );
}

/** Who opened reports of one's area, when and why, and what its review said. */
export function ToldList() {
  const found = usePages<EmergencyAccess>(path, ['emergencies', 'told'], {}, { refetchOnWindowFocus: false });
  return (
    <section className="stack" id="told">
      <h2>{t('situations.toldTitle')}</h2>
      <Pages pages={found} empty={<Empty icon="shield" title={t('situations.toldNone')} />}>
        {(items) => (
          <div className="table-wrap">
            <table className="table table-cards">
              <thead>
                <tr>
                  <th scope="col">{t('emergency.colAccess')}</th>
                  <th scope="col">{t('emergency.colPerson')}</th>
                  <th scope="col">{t('emergency.colReason')}</th>
                  <th scope="col">{t('emergency.colOpened')}</th>
                  <th scope="col">{t('emergency.colState')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <Code>{each.code}</Code>
                      <small className="block">
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
              </tbody>
            </table>
          </div>
        )}
      </Pages>
    </section>
  );
}
