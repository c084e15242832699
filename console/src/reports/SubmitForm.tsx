import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, TextArea } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Failure, Loading, Notice } from '../ui/State';
import { useReportFigures } from './queries';
import css from './reports.module.css';
import type { Report, ReportPlace } from './types';
import { figureText, Shown } from './words';

interface Note {
  indicator: string;
  words: string;
}

/** Hands in the figures of a period as they are counted now; notes may be added, and no figure typed. */
export function SubmitForm({ place, onDone }: { place: ReportPlace; onDone: (report: Report) => void }) {
  const client = useQueryClient();
  const figures = useReportFigures(place.period, place.areaId, []);
  const [notes, setNotes] = useState<Note[]>([]);
  const command = useCommand({
    check: () =>
      notes.flatMap((each, at) => [
        ...(each.indicator === '' ? [{ field: `notes-${at}-indicator`, message: t('reports.noIndicator') }] : []),
        ...(each.words.trim() === '' ? [{ field: `notes-${at}-words`, message: t('reports.noWords') }] : []),
      ]),
    send: () => json<Report>('/api/reports', { method: 'POST', body: { areaId: place.areaId, period: place.period, notes } }),
    done: async (report) => {
      await client.invalidateQueries({ queryKey: ['reports'] });
      toast(t('app.saved'));
      onDone(report);
    },
    idOf: (field) => field.replace(/\W+/g, '-').replace(/-$/, ''),
  });
  const { wrong } = command;
  const set = (at: number, change: Partial<Note>) => setNotes(notes.map((each, index) => (index === at ? { ...each, ...change } : each)));
  if (!figures.data) return figures.error ? <Failure failure={figures.error} /> : <Loading />;
  const told = figures.data.indicators.filter((each) => each.kind !== 'NOW');
  return (
    <CommandForm command={command} label={t('reports.submit')} before={<Button label={t('reports.addNote')} onClick={() => setNotes([...notes, { indicator: '', words: '' }])} />}>
      <Notice tone="info" title={t('reports.freezes')}>
        <p>{t('reports.freezesMore')}</p>
      </Notice>
      <details>
        <summary>{t('reports.look', { count: told.length })}</summary>
        <dl className="facts">
          {told.map((each) => (
            <div key={each.code}>
              <dt>{each.name}</dt>
              <dd>
                <Shown figure={each.value} kind={each.kind} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {notes.map((each, at) => (
        <fieldset key={at} className={css.noteFields}>
          <legend>{t('reports.note', { number: at + 1 })}</legend>
          <Choose
            id={`notes-${at}-indicator`}
            label={t('reports.indicator')}
            none="–"
            of={told}
            words={(one) => `${one.name}: ${figureText(one.value, one.kind)}`}
            value={each.indicator}
            error={wrong(`notes-${at}-indicator`)}
            onText={(indicator) => set(at, { indicator })}
          />
          <TextArea id={`notes-${at}-words`} rows={2} maxLength={500} label={t('reports.noteWords')} value={each.words} error={wrong(`notes-${at}-words`)} onText={(words) => set(at, { words })} />
          <Button small label={t('reports.dropNote')} onClick={() => setNotes(notes.filter((_, index) => index !== at))} />
        </fieldset>
      ))}
    </CommandForm>
  );
}
