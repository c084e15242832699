import { makeKey, seal, unseal, type Sealed } from './seal';

/** What there is in a vault. `report` and `message` are what the server does not have yet. */
export type What = 'report' | 'message' | 'bytes' | 'about';

export interface Kept<T> {
  id: string;
  revision: number;
  value: T;
}

/** What one account has on this phone, sealed. Two windows and the worker use it at the same time. */
export interface Vault {
  readonly owner: string;
  list<T>(what: What): Promise<Kept<T>[]>;
  find<T>(what: What, id: string): Promise<Kept<T> | null>;
  /**
   * @param was the revision that is replaced, 0 for none yet
   * @returns the new revision; null where it was changed meanwhile, and nothing is kept
   */
  put(what: What, id: string, value: unknown, was: number): Promise<number | null>;
  putBytes(id: string, bytes: ArrayBuffer): Promise<void>;
  findBytes(id: string): Promise<ArrayBuffer | null>;
  remove(what: What, id: string): Promise<void>;
}

/** Changes a value by what it is at that moment; null where it is gone, and it stays as it is where `change` gives null. */
export async function change<T>(vault: Vault, what: What, id: string, changed: (value: T) => T | null): Promise<T | null> {
  for (;;) {
    const kept = await vault.find<T>(what, id);
    if (!kept) return null;
    const next = changed(structuredClone(kept.value));
    if (next === null) return kept.value;
    if ((await vault.put(what, id, next, kept.revision)) !== null) return next;
  }
}

interface Row extends Sealed {
  owner: string;
  what: What;
  id: string;
  revision: number;
}

const values = 'values';
const keys = 'keys';
const phone = 'phone';

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('database'));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = transaction.onerror = () => failed(transaction.error ?? new Error('database'));
  });
}

export function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('anbinh-phone', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(values, { keyPath: ['owner', 'what', 'id'] });
    request.result.createObjectStore(keys);
    request.result.createObjectStore(phone);
  };
  return asked(request).then((database) => {
    database.onversionchange = () => database.close();
    return database;
  });
}

/** Whose turn it is on this phone; null when nobody is signed in. */
export async function currentOwner(database: IDBDatabase): Promise<string | null> {
  return ((await asked(database.transaction(phone).objectStore(phone).get('owner'))) as string | undefined) ?? null;
}

export async function setCurrentOwner(database: IDBDatabase, owner: string | null): Promise<void> {
  const transaction = database.transaction(phone, 'readwrite');
  transaction.objectStore(phone).put(owner ?? undefined, 'owner');
  await ended(transaction);
}

export async function openVault(database: IDBDatabase, owner: string): Promise<Vault> {
  const fresh = await makeKey();
  const transaction = database.transaction(keys, 'readwrite');
  const store = transaction.objectStore(keys);
  let key = (await asked(store.get(owner))) as CryptoKey | undefined;
  if (!key) await asked(store.put((key = fresh), owner));
  return new BrowserVault(database, key, owner);
}

const all = (owner: string, what?: What) => (what ? IDBKeyRange.bound([owner, what], [owner, what, []]) : IDBKeyRange.bound([owner], [owner, []]));

/** How much of each account the server does not have yet; nothing of it is opened. */
export async function unsent(database: IDBDatabase): Promise<Map<string, number>> {
  const found = (await asked(database.transaction(values).objectStore(values).getAllKeys())) as [string, What, string][];
  const counts = new Map<string, number>();
  for (const [owner, what] of found) if (what === 'report' || what === 'message') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return counts;
}

/** Erases all of an account with its key, or only what is not waiting to be sent. */
export async function erase(database: IDBDatabase, owner: string, alsoUnsent: boolean): Promise<void> {
  const transaction = database.transaction([values, keys], 'readwrite');
  transaction.objectStore(values).delete(alsoUnsent ? all(owner) : all(owner, 'about'));
  if (alsoUnsent) transaction.objectStore(keys).delete(owner);
  await ended(transaction);
}

class BrowserVault implements Vault {
  constructor(
    private readonly database: IDBDatabase,
    private readonly key: CryptoKey,
    readonly owner: string,
  ) {}

  async list<T>(what: What): Promise<Kept<T>[]> {
    const rows = (await asked(this.database.transaction(values).objectStore(values).getAll(all(this.owner, what)))) as Row[];
    return Promise.all(rows.map((row) => this.opened<T>(row)));
  }

  async find<T>(what: What, id: string): Promise<Kept<T> | null> {
    const row = await this.row(what, id);
    return row ? this.opened<T>(row) : null;
  }

  async put(what: What, id: string, value: unknown, was: number): Promise<number | null> {
    const sealed = await seal(this.key, `${what}/${id}`, new TextEncoder().encode(JSON.stringify(value)).buffer);
    const transaction = this.database.transaction(values, 'readwrite');
    const store = transaction.objectStore(values);
    const there = (await asked(store.get([this.owner, what, id]))) as Row | undefined;
    if ((there?.revision ?? 0) !== was) return null;
    store.put({ owner: this.owner, what, id, revision: was + 1, ...sealed } satisfies Row);
    await ended(transaction);
    return was + 1;
  }

  async putBytes(id: string, bytes: ArrayBuffer): Promise<void> {
    const sealed = await seal(this.key, `bytes/${id}`, bytes);
    const transaction = this.database.transaction(values, 'readwrite');
    transaction.objectStore(values).put({ owner: this.owner, what: 'bytes', id, revision: 1, ...sealed } satisfies Row);
    await ended(transaction);
  }

  async findBytes(id: string): Promise<ArrayBuffer | null> {
    const row = await this.row('bytes', id);
    return row ? unseal(this.key, `bytes/${id}`, row) : null;
  }

  async remove(what: What, id: string): Promise<void> {
    const transaction = this.database.transaction(values, 'readwrite');
    transaction.objectStore(values).delete([this.owner, what, id]);
    await ended(transaction);
  }

  private async row(what: What, id: string): Promise<Row | undefined> {
    return (await asked(this.database.transaction(values).objectStore(values).get([this.owner, what, id]))) as Row | undefined;
  }

  private async opened<T>(row: Row): Promise<Kept<T>> {
    const plain = await unseal(this.key, `${row.what}/${row.id}`, row);
    return { id: row.id, revision: row.revision, value: JSON.parse(new TextDecoder().decode(plain)) as T };
  }
}
