import { makeKey, type Sealed, seal, unseal } from './seal';

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
  /** What lies here and does not open any more; nothing of it is shown or sent. */
  readonly unopened: ReadonlySet<string>;
  list<T>(what: What): Promise<Kept<T>[]>;
  find<T>(what: What, id: string): Promise<Kept<T> | null>;
  /**
   * @param was the revision that is replaced, 0 for none yet
   * @returns the new revision; null where it was changed meanwhile, and nothing is kept
   */
  put(what: What, id: string, value: unknown, was: number): Promise<number | null>;
  putBytes(id: string, bytes: ArrayBuffer): Promise<void>;
  findBytes(id: string): Promise<ArrayBuffer | null>;
  /** @param was the revision that is removed; of whatever revision where it is not said */
  remove(what: What, id: string, was?: number): Promise<void>;
}

/** The account has left this phone, here or in another window: nothing is kept for it any more. */
export class Left extends Error {}

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
  await putOf(database, 'owner', owner ?? undefined);
}

/** Which language the phone speaks, for its worker. */
export async function setLanguage(database: IDBDatabase, language: string): Promise<void> {
  await putOf(database, 'language', language);
}

export async function languageOf(database: IDBDatabase): Promise<string> {
  return ((await asked(database.transaction(phone).objectStore(phone).get('language'))) as string | undefined) ?? 'vi';
}

/** That somebody else erased what an account had not sent. */
export interface Erased {
  count: number;
  at: string;
}

/** What was erased of an account since it was told the last time. */
export async function tellErased(database: IDBDatabase, owner: string): Promise<Erased | null> {
  const found = ((await asked(database.transaction(phone).objectStore(phone).get(`erased/${owner}`))) as Erased | undefined) ?? null;
  if (found) await putOf(database, `erased/${owner}`, undefined);
  return found;
}

export async function noteErased(database: IDBDatabase, owner: string, erased: Erased): Promise<void> {
  await putOf(database, `erased/${owner}`, erased);
}

async function putOf(database: IDBDatabase, name: string, value: unknown): Promise<void> {
  const transaction = database.transaction(phone, 'readwrite');
  transaction.objectStore(phone).put(value, name);
  await ended(transaction);
}

/** The name of an account's key, which changes with the key. */
const named = (owner: string): [string, string] => [owner, 'name'];

export async function openVault(database: IDBDatabase, owner: string): Promise<Vault> {
  const fresh = await makeKey();
  const transaction = database.transaction(keys, 'readwrite');
  const store = transaction.objectStore(keys);
  let key = (await asked(store.get(owner))) as CryptoKey | undefined;
  let name = (await asked(store.get(named(owner)))) as string | undefined;
  if (!key) await asked(store.put((key = fresh), owner));
  if (!name) await asked(store.put((name = crypto.randomUUID()), named(owner)));
  return new BrowserVault(database, key, name, owner);
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
  if (alsoUnsent) {
    transaction.objectStore(keys).delete(owner);
    transaction.objectStore(keys).delete(named(owner));
  }
  await ended(transaction);
}

/** Erases what other accounts than this one had sent; what they had not, stays. */
export async function eraseSentOfOthers(database: IDBDatabase, owner: string): Promise<void> {
  const found = (await asked(database.transaction(values).objectStore(values).getAllKeys())) as [string, What, string][];
  for (const other of new Set(found.filter(([each, what]) => each !== owner && what === 'about').map(([each]) => each))) await erase(database, other, false);
}

class BrowserVault implements Vault {
  readonly unopened = new Set<string>();

  constructor(
    private readonly database: IDBDatabase,
    private readonly key: CryptoKey,
    private readonly keyName: string,
    readonly owner: string,
  ) {}

  async list<T>(what: What): Promise<Kept<T>[]> {
    const rows = (await asked(this.database.transaction(values).objectStore(values).getAll(all(this.owner, what)))) as Row[];
    return (await Promise.all(rows.map((row) => this.opened<T>(row)))).filter((each) => each !== null);
  }

  async find<T>(what: What, id: string): Promise<Kept<T> | null> {
    const row = await this.row(what, id);
    const kept = row ? await this.opened<T>(row) : null;
    // What the server says again need not be opened: it makes room for that.
    if (row && !kept && what === 'about') await this.remove(what, id, row.revision);
    return kept;
  }

  async put(what: What, id: string, value: unknown, was: number): Promise<number | null> {
    const sealed = await seal(this.key, `${what}/${id}`, new TextEncoder().encode(JSON.stringify(value)).buffer);
    const transaction = await this.own();
    const store = transaction.objectStore(values);
    const there = (await asked(store.get([this.owner, what, id]))) as Row | undefined;
    if ((there?.revision ?? 0) !== was) return null;
    store.put({ owner: this.owner, what, id, revision: was + 1, ...sealed } satisfies Row);
    await ended(transaction);
    return was + 1;
  }

  async putBytes(id: string, bytes: ArrayBuffer): Promise<void> {
    const sealed = await seal(this.key, `bytes/${id}`, bytes);
    const transaction = await this.own();
    transaction.objectStore(values).put({ owner: this.owner, what: 'bytes', id, revision: 1, ...sealed } satisfies Row);
    await ended(transaction);
  }

  async findBytes(id: string): Promise<ArrayBuffer | null> {
    const row = await this.row('bytes', id);
    return row ? unseal(this.key, `bytes/${id}`, row).catch(() => null) : null;
  }

  async remove(what: What, id: string, was?: number): Promise<void> {
    const transaction = this.database.transaction(values, 'readwrite');
    const store = transaction.objectStore(values);
    const name = [this.owner, what, id];
    if (was !== undefined && ((await asked(store.get(name))) as Row | undefined)?.revision !== was) return;
    store.delete(name);
    await ended(transaction);
  }

  /** To keep something in, while the account is here with the key that this vault has. */
  private async own(): Promise<IDBTransaction> {
    const transaction = this.database.transaction([values, keys, phone], 'readwrite');
    const here = await asked(transaction.objectStore(phone).get('owner'));
    const name = await asked(transaction.objectStore(keys).get(named(this.owner)));
    if (here !== this.owner || name !== this.keyName) {
      transaction.abort();
      throw new Left();
    }
    return transaction;
  }

  private async row(what: What, id: string): Promise<Row | undefined> {
    return (await asked(this.database.transaction(values).objectStore(values).get([this.owner, what, id]))) as Row | undefined;
  }

  private async opened<T>(row: Row): Promise<Kept<T> | null> {
    const name = `${row.what}/${row.id}`;
    try {
      const plain = await unseal(this.key, name, row);
      this.unopened.delete(name);
      return { id: row.id, revision: row.revision, value: JSON.parse(new TextDecoder().decode(plain)) as T };
    } catch {
      if (row.what !== 'about') this.unopened.add(name);
      return null;
    }
  }
}
