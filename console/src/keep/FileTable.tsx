import type { ReactNode } from 'react';
import { t } from '../i18n/text';
import { bytesText, Hash } from '../ui/text';

interface Props {
  /** What the files are. */
  head: string;
  files: readonly { name: string; bytes: number; sha256: string }[];
  nameOf: (name: string) => ReactNode;
}

/** Files with their sizes and hashes. */
export function FileTable({ head, files, nameOf }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="number">
              {t('requests.colSize')}
            </th>
            <th scope="col" dir="ltr">
              SHA-256
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((each) => (
            <tr key={each.name}>
              <th scope="row">{nameOf(each.name)}</th>
              <td className="number">
                <bdi dir="ltr">{bytesText(each.bytes)}</bdi>
              </td>
              <td>
                <Hash value={each.sha256} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
