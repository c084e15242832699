import { describe, expect, test } from 'vitest';
import { checkEntry, FormatError, parseProof, parseVerifierKey } from '../../src/log/proof';
// @ts-expect-error: the stand-in is plain JavaScript.
import { Log } from '../stub/log.mjs';

interface StubLog {
  leaves: Uint8Array<ArrayBuffer>[];
  records: string[];
  verifierKey: string;
  append: (item: object) => void;
  proof: (index: number) => string;
}

function logOf(size: number): StubLog {
  const log = new (Log as new () => StubLog)();
  for (let n = 0; n < size; n++) log.append({ at: `2026-11-24T00:00:${n}Z`, type: 'SEEN' });
  return log;
}
const leafOf = (log: StubLog, index: number) => new Uint8Array(log.leaves[index]!);
const good = { kind: 'checked', included: true, signed: true };

describe('a proof of the log', () => {
  test('fails for a record that the leaf does not commit to', async () => {
    const log = logOf(5);
    const checked = (record: string | null) => checkEntry(2, record, leafOf(log, 2), log.proof(2), log.verifierKey);
    expect(await checked(log.records[2]!)).toMatchObject({ ...good, committed: true });
    expect(await checked(log.records[3]!)).toMatchObject({ ...good, committed: false });
    expect(await checked(null)).toMatchObject({ ...good, committed: null });
  });

  test('holds for every entry of logs of every small size', async () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 33]) {
      const log = logOf(size);
      for (let index = 0; index < size; index++) {
        expect(await checkEntry(index, log.records[index]!, leafOf(log, index), log.proof(index), log.verifierKey)).toMatchObject(good);
      }
    }
  });

  test('fails for another leaf, another index, another hash', async () => {
    const log = logOf(13);
    const proof = log.proof(6);
    expect(await checkEntry(6, null, leafOf(log, 7), proof, log.verifierKey)).toMatchObject({ included: false });
    expect(await checkEntry(7, null, leafOf(log, 7), proof, log.verifierKey)).toMatchObject({ kind: 'malformed' });
    const lines = proof.split('\n');
    [lines[2], lines[3]] = [lines[3]!, lines[2]!];
    expect(await checkEntry(6, null, leafOf(log, 6), lines.join('\n'), log.verifierKey)).toMatchObject({ included: false });
    lines.splice(2, 1);
    expect(await checkEntry(6, null, leafOf(log, 6), lines.join('\n'), log.verifierKey)).toMatchObject({ included: false });
  });

  test('fails for a checkpoint that another key signed, or a changed size', async () => {
    const log = logOf(9);
    expect(await checkEntry(3, null, leafOf(log, 3), log.proof(3), logOf(1).verifierKey)).toMatchObject({ signed: false });
    const changed = log.proof(3).replace('\n9\n', '\n10\n');
    expect(await checkEntry(3, null, leafOf(log, 3), changed, log.verifierKey)).toMatchObject({ signed: false });
  });

  test.each(['', 'c2sp.org/tlog-proof@v2\nindex 1\n\n', 'c2sp.org/tlog-proof@v1\nindex -1\n\nx\n1\n', 'c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nx\n1\nAAAA\n\n'])(
    'that is malformed is refused: %j',
    (text) => {
      expect(() => parseProof(text)).toThrow(FormatError);
    },
  );

  test('takes a key whose base64 holds plus signs', () => {
    const key = `a.b/c+01020304+${btoa(String.fromCharCode(1, ...new Array<number>(32).fill(0xfb)))}`;
    expect(key.split('+').length).toBeGreaterThan(3);
    expect(parseVerifierKey(key).key).toHaveLength(32);
  });
});
