import { dayText } from '../register/days';
import { Hash } from '../ui/text';

/** The paper by which a request is made. */
export function PaperName({ number, on, sha256 }: { number: string; on: string | null; sha256: string | null }) {
  return (
    <>
      <bdi>{number}</bdi>
      {on && (
        <>
          {' '}
          · <bdi dir="ltr">{dayText(on)}</bdi>
        </>
      )}
      {sha256 && (
        <small className="block">
          SHA-256 <Hash value={sha256} />
        </small>
      )}
    </>
  );
}
