import { useUser } from '../api/queries';
import { may, type Right } from '../api/rights';
import type { Role } from '../api/types';
import { t, tCode } from '../i18n/text';
import { ButtonLink } from './Button';

interface Props {
  /** What it takes, or whether the reader may. */
  allowed: Right | boolean;
  label: string;
  /** Where it is done; without, by a button of the same page. */
  to?: string;
  /** Who does it, for those who may not. */
  by: Role;
}

/** Under an empty list: how it is begun, or who does that. */
export function Begin({ allowed, label, to, by }: Props) {
  const user = useUser();
  if (!(typeof allowed === 'boolean' ? allowed : may(user, allowed))) return <p>{t('app.doneBy', { role: tCode('app.role', by) })}</p>;
  return to ? <ButtonLink kind="primary" icon="add" label={label} to={to} /> : <p>{t('app.beginAbove', { label })}</p>;
}
