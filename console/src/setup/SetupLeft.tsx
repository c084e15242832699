import { Link } from 'react-router';
import { t, tCode } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { Notice } from '../ui/State';
import { useSetup } from './queries';

/** On the first page, as long as something is left. */
export function SetupLeft() {
  const { site } = useSiteTime();
  const left = useSetup().data?.filter((each) => each.state === 'LEFT') ?? [];
  if (left.length === 0 || site.demonstration) return null;
  return (
    <Notice tone="info" title={<Link to="/setup">{t('setup.left', { count: left.length })}</Link>}>
      <ul>
        {left.map(({ step }) => (
          <li key={step}>{tCode('setup.step', step)}</li>
        ))}
      </ul>
    </Notice>
  );
}
