/** A C2SP tlog-proof: an entry's way to a signed checkpoint. */
export interface TlogProof {
  index: number;
  hashes: Uint8Array<ArrayBuffer>[];
  checkpoint: Checkpoint;
}

/** A C2SP tlog-checkpoint in a signed note. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array<ArrayBuffer>;
  /** The bytes that are signed. */
  signedText: string;
  signatures: { name: string; keyHash: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }[];
}

/** What was read does not follow its format. */
export class FormatError extends Error {}

export type Checked =
  | { kind: 'checked'; committed: boolean | null; included: boolean; signed: boolean | null; size: number; hashes: number }
  | { kind: 'noCrypto' }
  | { kind: 'malformed'; problem: string };

const firstLine = 'c2sp.org/tlog-proof@v1';

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) throw new FormatError('base64');
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function wholeNumber(text: string): number {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) throw new FormatError(`number: ${text}`);
  return Number(text);
}

function hash32(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text);
  if (bytes.length !== 32) throw new FormatError('a hash has 32 bytes');
  return bytes;
}

/** Reads a proof strictly: anything unexpected is refused, not skipped. */
export function parseProof(text: string): TlogProof {
  const blank = text.indexOf('\n\n');
  if (blank < 0) throw new FormatError('no checkpoint');
  const lines = text.slice(0, blank).split('\n');
  if (lines[0] !== firstLine) throw new FormatError('first line');
  const index = /^index (\S+)$/.exec(lines[1] ?? '');
  if (!index) throw new FormatError('index line');
  const hashes = lines.slice(2).map(hash32);
  if (hashes.length > 63) throw new FormatError('too many hashes');
  return { index: wholeNumber(index[1]!), hashes, checkpoint: parseCheckpoint(text.slice(blank + 2)) };
}

function parseCheckpoint(text: string): Checkpoint {
  const blank = text.indexOf('\n\n');
  if (blank < 0 || !text.endsWith('\n')) throw new FormatError('not a signed note');
  const signedText = text.slice(0, blank + 1);
  const [origin, size, root] = signedText.split('\n');
  if (!origin || size === undefined || root === undefined) throw new FormatError('checkpoint');
  const signatures = text
    .slice(blank + 2, -1)
    .split('\n')
    .map((line) => {
      const match = /^\u2014 (\S+) (\S+)$/.exec(line);
      if (!match) throw new FormatError('signature line');
      const bytes = fromBase64(match[2]!);
      if (bytes.length < 5) throw new FormatError('signature');
      return { name: match[1]!, keyHash: bytes.slice(0, 4), signature: bytes.slice(4) };
    });
  return { origin, size: wholeNumber(size), root: hash32(root), signedText, signatures };
}

/** `name+hash+key`: split at the first two plus signs only, as the key's base64 may hold more. */
export function parseVerifierKey(text: string): { name: string; keyHash: string; key: Uint8Array<ArrayBuffer> } {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim());
  if (!match) throw new FormatError('verifier key');
  const typed = fromBase64(match[3]!);
  if (typed.length !== 33 || typed[0] !== 1) throw new FormatError('not an Ed25519 key');
  return { name: match[1]!, keyHash: match[2]!, key: typed.slice(1) };
}

async function sha256(...parts: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function leafHash(entry: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(Uint8Array.of(0), entry);
}

/** RFC 6962 / RFC 9162 §2.1.3.2: whether the hashes lead from the leaf to the root. */
async function verifyInclusion(leaf: Uint8Array<ArrayBuffer>, index: number, size: number, hashes: readonly Uint8Array<ArrayBuffer>[], root: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (index >= size) return false;
  let node = BigInt(index);
  let last = BigInt(size - 1);
  let result = leaf;
  for (const sibling of hashes) {
    if (last === 0n) return false;
    if ((node & 1n) === 1n || node === last) {
      result = await sha256(Uint8Array.of(1), sibling, result);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      result = await sha256(Uint8Array.of(1), result, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && hex(result) === hex(root);
}

/** Whether the key signed the checkpoint; null when this browser knows no Ed25519. */
async function verifySignature(checkpoint: Checkpoint, verifierKey: string): Promise<boolean | null> {
  const { name, keyHash, key } = parseVerifierKey(verifierKey);
  if (checkpoint.origin !== name) return false;
  const expected = await sha256(new TextEncoder().encode(`${name}\n`), Uint8Array.of(1), key);
  if (hex(expected.slice(0, 4)) !== keyHash) return false;
  const found = checkpoint.signatures.find((each) => each.name === name && hex(each.keyHash) === keyHash);
  if (!found) return false;
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return null;
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, found.signature, new TextEncoder().encode(checkpoint.signedText));
}

/** Whether a leaf commits to a record. */
async function isCommitment(leaf: Uint8Array<ArrayBuffer>, record: string): Promise<boolean> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(leaf));
  } catch {
    return false;
  }
  return (parsed as { commit?: unknown } | null)?.commit === hex(await sha256(new TextEncoder().encode(record)));
}

/** The whole check of one entry, on this machine; without a record, of its leaf alone. */
export async function checkEntry(index: number, record: string | null, entry: Uint8Array<ArrayBuffer>, proofText: string, verifierKey: string): Promise<Checked> {
  if (!globalThis.crypto?.subtle) return { kind: 'noCrypto' };
  try {
    const proof = parseProof(proofText);
    if (proof.index !== index) throw new FormatError(`index ${proof.index}`);
    const { checkpoint } = proof;
    const included = await verifyInclusion(await leafHash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root);
    const signed = await verifySignature(checkpoint, verifierKey);
    const committed = record === null ? null : await isCommitment(entry, record);
    return { kind: 'checked', committed, included, signed, size: checkpoint.size, hashes: proof.hashes.length };
  } catch (failure) {
    if (failure instanceof FormatError) return { kind: 'malformed', problem: failure.message };
    throw failure;
  }
}
