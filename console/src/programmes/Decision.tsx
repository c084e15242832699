import { useState } from 'react';
import { t, tCode } from '../i18n/text';
import { DecisionForm } from '../teams/DecisionForm';
import { Button } from '../ui/Button';
import { Notice } from '../ui/State';
import { useProgrammesChanged } from './queries';
import type { ProgrammeLine, ProgrammeProposal } from './types';

/**
 * The chair's decision about what waits, naming the version that was shown when the form was opened. The page is fetched
 * anew behind it; where the text became another one meanwhile, it says so and the decision is begun anew.
 */
export function Decision({ programme, act }: { programme: ProgrammeLine; act: ProgrammeProposal }) {
  const changed = useProgrammesChanged();
  const [seen, setSeen] = useState(act);
  const same = seen.id === act.id && seen.version === act.version;
  return (
    <>
      {!same && (
        <Notice tone="warn" title={t('programmes.textChanged', { number: act.version })}>
          <Button label={t('programmes.textRead')} onClick={() => setSeen(act)} />
        </Notice>
      )}
      <div hidden={!same}>
        <DecisionForm
          key={`${seen.id} ${seen.version}`}
          path={`/api/programmes/${programme.id}/decision`}
          fixed={{ actId: seen.id, version: seen.version }}
          choice={(each) => tCode('programmes.decide', each)}
          onDone={changed}
        >
          {seen.kind === 'LAUNCH_DAY' && <p className="hint">{t('programmes.launchDayPaper')}</p>}
        </DecisionForm>
      </div>
    </>
  );
}
