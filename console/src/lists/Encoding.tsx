import { t, tCode } from '../i18n/text';
import { DataTable } from '../ui/DataTable';
import { Choose } from '../ui/Field';
import { Notice } from '../ui/State';
import { Code } from '../ui/text';
import { type CheckedList, encodings, type TextEncoding } from './types';

const ofLetters = new Set(['list-not-unicode', 'list-mixed', 'list-other-encoding', 'list-implausible', 'list-mojibake', 'list-lost-letters']);

interface Props {
  /** Absent where the list could not be read. */
  report: CheckedList | undefined;
  unreadable: boolean;
  /** Null while it is left to the server to find. */
  chosen: TextEncoding | null;
  choose: (encoding: TextEncoding) => void;
}

/** What a list of an encoding from before Unicode becomes, and the choice of another one. */
export function Encoding({ report, unreadable, chosen, choose }: Props) {
  const found = report?.encoding;
  const doubtful = unreadable || report?.errors.some((each) => ofLetters.has(each.code));
  if (!chosen && !doubtful && (!found || (found.detected === 'UNICODE' && found.converted === 0))) return null;
  return (
    <section className="stack" aria-label={t('lists.encoding')}>
      <Choose id="encoding" label={t('lists.encoding')} hint={t('lists.encodingHint')} of={encodings} words="lists.encodings" value={chosen ?? found?.encoding ?? 'UNICODE'} onText={choose} />
      {found && found.converted > 0 && (
        <>
          <Notice tone="warn" title={t('lists.converted', { count: found.converted, encoding: tCode('lists.encodings', found.encoding) })}>
            <p>{t('lists.convertedMore')}</p>
          </Notice>
          <DataTable heads={[t('lists.cell'), t('lists.before'), t('lists.after')]} cards>
            {found.sample.map((each) => (
              <tr key={each.cell}>
                <th scope="row">
                  <Code>{each.cell}</Code>
                </th>
                <td data-label={t('lists.before')}>
                  <bdi>{each.before}</bdi>
                </td>
                <td data-label={t('lists.after')}>
                  <bdi>{each.after}</bdi>
                </td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
    </section>
  );
}
