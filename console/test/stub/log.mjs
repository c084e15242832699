// A Merkle log (RFC 6962) with an Ed25519 key of its own, for the stand-in.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (leaf) => sha(Buffer.from([0]), leaf);
const nodeHash = (left, right) => sha(Buffer.from([1]), left, right);
const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
const root = (hashes) => (hashes.length === 1 ? hashes[0] : nodeHash(root(hashes.slice(0, split(hashes.length))), root(hashes.slice(split(hashes.length)))));
const path = (m, hashes) => {
  if (hashes.length === 1) return [];
  const k = split(hashes.length);
  return m < k ? [...path(m, hashes.slice(0, k)), root(hashes.slice(k))] : [...path(m - k, hashes.slice(k)), root(hashes.slice(0, k))];
};

export class Log {
  constructor() {
    this.origin = 'stub.anbinh.example/log';
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.privateKey = privateKey;
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const typed = Buffer.concat([Buffer.from([1]), raw]);
    this.keyHash = sha(Buffer.from(`${this.origin}\n`), typed).subarray(0, 4);
    this.verifierKey = `${this.origin}+${this.keyHash.toString('hex')}+${typed.toString('base64')}`;
    this.witnessed = true;
    this.readOnlySince = null;
    this.proposal = null;
    this.accepted = [];
    this.items = [];
    this.records = [];
    this.leaves = [];
  }

  append(item) {
    const index = this.items.length;
    this.items.push({ index, ...item });
    this.records.push(JSON.stringify({ format: 'anbinh.event/1', sequence: index, time: item.at, type: item.type }));
    this.leaves.push(Buffer.from(JSON.stringify({ commit: sha(Buffer.from(this.records[index])).toString('hex'), format: 'anbinh.leaf/2' })));
  }

  checkpoint() {
    const text = `${this.origin}\n${this.leaves.length}\n${root(this.leaves.map(leafHash)).toString('base64')}\n`;
    const signature = Buffer.concat([this.keyHash, sign(null, Buffer.from(text), this.privateKey)]).toString('base64');
    return `${text}\n— ${this.origin} ${signature}\n`;
  }

  proof(index) {
    const hashes = path(index, this.leaves.map(leafHash)).map((hash) => hash.toString('base64'));
    return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes.map((hash) => `${hash}\n`).join('')}\n${this.checkpoint()}`;
  }

  entry(index) {
    return {
      ...this.items[index],
      record: this.records[index],
      leaf: this.leaves[index].toString(),
      leafHash: leafHash(this.leaves[index]).toString('hex'),
      payload: JSON.stringify(this.items[index].detail),
      salt: 'c2FsdA==',
    };
  }

  status() {
    return {
      origin: this.origin,
      size: this.leaves.length,
      newest: this.leaves.length - 1,
      rootHash: root(this.leaves.map(leafHash)).toString('base64'),
      checkpointAt: new Date().toISOString(),
      verifierKey: this.verifierKey,
      lastCheck: { at: new Date(Date.now() - 90_000).toISOString(), ok: true, size: this.leaves.length, problem: null },
      witnesses: this.witnesses(),
    };
  }

  suspension(user) {
    const decides = user.roles.includes('ADMINISTRATOR');
    const findings =
      this.readOnlySince === null
        ? []
        : [
            {
              subject: 'EXT-2026-000004.zip',
              what: `its head of ${this.leaves.length} entries, root ${sha(Buffer.from('another')).toString('base64')}, is no head of this log: it was cut or rewritten`,
              at: this.readOnlySince,
            },
          ];
    return {
      since: this.readOnlySince,
      continuable: true,
      count: findings.length,
      findings,
      digest: sha(Buffer.from(JSON.stringify(findings))).toString('hex'),
      proposal: this.proposal && { ...this.proposal, mayConfirm: decides && this.proposal.by !== user.displayName },
      mayDecide: decides,
      alone: false,
      accepted: this.accepted,
    };
  }

  resume(user) {
    const at = new Date().toISOString();
    this.accepted = this.suspension(user).findings.map(({ subject, what }) => ({
      subject,
      what,
      at,
      index: this.leaves.length,
      names: `${this.proposal.by}, ${user.displayName}`,
      reason: this.proposal.reason,
    }));
    this.readOnlySince = null;
    this.proposal = null;
  }

  witnesses() {
    const size = this.leaves.length;
    const at = new Date(Date.now() - 4_000).toISOString();
    const witness = { key: 'vks.example/w1+a1b2c3d4+BAAA', size, at, trouble: null, detail: null, since: null };
    return {
      needed: 2,
      members: 3,
      size: this.witnessed ? size : size - 3,
      behindSince: this.witnessed ? null : new Date(Date.now() - 600_000).toISOString(),
      alarm: !this.witnessed,
      demonstration: false,
      witnesses: [
        { ...witness, name: 'vks.example/w1' },
        this.witnessed
          ? { ...witness, name: 'thanh-tra.example/w1', key: 'thanh-tra' }
          : {
              ...witness,
              name: 'thanh-tra.example/w1',
              key: 'thanh-tra',
              size: size + 40,
              trouble: 'LARGER_SEEN',
              detail: 'it knows a head of more entries',
              since: new Date(Date.now() - 600_000).toISOString(),
            },
        { ...witness, name: 'xa-ban.example/w1', key: 'xa-ban', size: null, at: null, trouble: 'UNREACHABLE', detail: 'no answer in time', since: new Date(Date.now() - 86_400_000).toISOString() },
      ],
    };
  }
}
