import { query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { isoInstant, parseInstant } from '../time/zone';
import { ButtonLink } from '../ui/Button';

/** Around what is added, so that it shows how something came and went. */
const margin = 30_000;

interface Props {
  caseId: string;
  cameraId: string;
  from: string;
  to: string;
}

/** The way to the request for extraction that is being written, with the footage of a pass in it as well. */
export function AddToRequest({ caseId, cameraId, from, to }: Props) {
  const { now } = useSiteTime();
  const second = 1_000;
  const first = Math.floor((parseInstant(from) - margin) / second) * second;
  // Of what has just passed, nothing that is still to come.
  const last = Math.min(Math.ceil((parseInstant(to) + margin) / second), Math.floor(now() / second)) * second;
  return (
    may(useUser(), 'request') && (
      <ButtonLink
        small
        kind="quiet"
        icon="request"
        label={t('vehicles.extract')}
        to={`/requests/new/what${query({ by: 'vehicles', case: caseId, add: cameraId, from: isoInstant(first), to: isoInstant(last) })}`}
      />
    )
  );
}
