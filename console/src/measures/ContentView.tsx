import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Button } from '../ui/Button';
import { Badge } from '../ui/State';
import { Code, Fact, Name } from '../ui/text';
import { NextDay } from './MeasuresPage';
import type { MeasureChange, MeasureContent, MeasureHelper, MeasureTask } from './types';

/** Of whom it is and what is done; who only helps sees the name and the tasks. */
export function ContentView({ content, helpers, notes, onTask }: { content: MeasureContent; helpers: MeasureHelper[]; notes: boolean; onTask: (task: MeasureTask) => void }) {
  const { paper } = content;
  return (
    <div className="stack" data-content>
      <p>
        <strong>
          <Name>{content.name}</Name>
        </strong>
        {content.villageName && (
          <small className="block">
            <Name>{content.villageName}</Name>
          </small>
        )}
      </p>
      {paper && (
        <dl className="facts">
          <Fact label={t('measures.number')}>
            <Code>{paper.number}</Code> · <Code>{dayText(paper.on)}</Code>
            <small className="block">
              <bdi>{paper.organ}</bdi>
            </small>
          </Fact>
          {content.article && (
            <Fact label={t('measures.article')}>
              <bdi>{content.article}</bdi>
            </Fact>
          )}
        </dl>
      )}
      {content.waiting && <Change change={content.waiting} waits />}
      {content.changes.map((each) => (
        <Change key={each.paper.number} change={each} />
      ))}
      {(notes || content.tasks.length > 0) && (
        <>
          <h3>{t('measures.tasks')}</h3>
          {content.tasks.length === 0 && <p className="hint">{t('measures.noTasks')}</p>}
          <ul className="link-rows" data-tasks>
            {content.tasks.map((each) => (
              <li key={each.id} data-task={each.task}>
                <span>
                  {tCode('measures.task', each.task)}
                  <Whose helper={helpers.find((helper) => helper.id === each.helperId)} />
                </span>
                <span>
                  {each.result ? (
                    <>
                      <Badge tone={each.result === 'DONE' ? 'ok' : 'mute'}>{tCode('measures.result', each.result)}</Badge> {each.doneOn && <Code>{dayText(each.doneOn)}</Code>}
                    </>
                  ) : (
                    <NextDay day={each.dueOn} />
                  )}
                </span>
                {notes && !each.result && <Button small label={t('measures.act.NOTE_TASK')} onClick={() => onTask(each)} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Whose({ helper }: { helper: MeasureHelper | undefined }) {
  if (!helper) return null;
  return (
    <small className="block">
      <Name>{helper.name}</Name>
    </small>
  );
}

function Change({ change, waits = false }: { change: MeasureChange; waits?: boolean }) {
  return (
    <p data-change={change.change}>
      {tCode('measures.change', change.change)} · <Code>{change.paper.number}</Code> · <Code>{dayText(change.paper.on)}</Code> {waits && <Badge tone="warn">{t('measures.waits')}</Badge>}
      <small className="block">
        {t('measures.until')} <Code>{dayText(change.until)}</Code> · <bdi>{change.paper.organ}</bdi>
      </small>
    </p>
  );
}
