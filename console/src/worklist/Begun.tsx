import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { t } from '../i18n/text';
import { forgetDraft as forgetDecision, listDrafts } from '../requests/decisionDraft';
import { findDraft, forgetDraft as forgetRequest } from '../requests/draft';
import { forgetKept, readKept } from '../ui/kept';
import { SureButton } from '../ui/SureDialog';
import { Code, Name } from '../ui/text';
import css from './worklist.module.css';

interface Draft {
  key: string;
  to: string;
  title: string;
  code?: string;
  text?: string;
  forget: () => void;
}

/** By which field one knows each again. */
const forms = [
  { form: 'case', to: '/cases/new', title: 'worklist.begunCase', named: 'title' },
  { form: 'wanted-vehicle', to: '/wanted-vehicles/new', title: 'worklist.begunWanted', named: 'plate' },
  { form: 'analysis', to: '/vehicles/footage', title: 'worklist.begunAnalysis', named: 'from' },
] as const;

function drafts(): Draft[] {
  const found: Draft[] = [];
  const request = findDraft();
  if (request) {
    const { cameraIds, from } = request;
    const cameras = cameraIds.length > 0 ? t('worklist.begunCameras', { count: cameraIds.length }) : '';
    found.push({ key: 'request', to: '/requests/new', title: t('worklist.begunRequest'), text: [cameras, from].filter(Boolean).join(', '), forget: forgetRequest });
  }
  for (const { requestId, request: code } of listDrafts()) {
    found.push({ key: requestId, to: `/requests/${requestId}`, title: t('worklist.begunDecision'), code, forget: () => forgetDecision(requestId) });
  }
  for (const { form, to, title, named } of forms) {
    const fields = readKept<Record<string, string>>(form)?.fields;
    if (fields) found.push({ key: form, to, title: t(title), text: fields[named] ?? '', forget: () => forgetKept(form) });
  }
  return found;
}

/** What somebody began in this tab and did not send, to go on with or to throw away. */
export function Begun() {
  const [list, setList] = useState(drafts);
  const [had] = useState(list.length > 0);
  const head = useRef<HTMLHeadingElement>(null);
  if (!had) return null;
  return (
    <section className="stack" aria-labelledby="begun">
      <h2 id="begun" tabIndex={-1} ref={head}>
        {t('worklist.begun')}
      </h2>
      {list.length === 0 ? <p className="hint">{t('worklist.begunNone')}</p> : <p className="hint">{t('worklist.begunMore')}</p>}
      <ul className={css.begun}>
        {list.map(({ key, to, title, code, text, forget }) => (
          <li key={key}>
            <span>
              <Link to={to}>{title}</Link> {code && <Code>{code}</Code>} {text && <Name>{text}</Name>}
            </span>
            <SureButton
              small
              kind="quiet"
              label={t('requests.draftForget')}
              sure={t('worklist.begunSure')}
              send={async () => forget()}
              done={() => {
                setList(drafts());
                // The button is gone with its row.
                setTimeout(() => head.current?.focus());
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
