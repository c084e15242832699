import type { Line, SessionUser } from './api';
import { change, type Vault } from './vault';

export interface Kind {
  code: string;
  guarded: boolean;
}
export interface Village {
  id: string;
  name: string;
}

/** What the phone must know of its account to take reports down without a line. */
export interface Profile {
  name: string;
  communeId: string | null;
  communeName: string;
  villageId: string | null;
  villages: Village[];
  kinds: Kind[];
  zone: string;
}

interface Unit {
  id: string;
  name: string;
  kind: string;
}

const id = 'profile';
const communes = ['COMMUNE', 'WARD'];
const teamRoles = ['TEAM_LEADER', 'TEAM_MEMBER'];

export const isOfTeam = (user: SessionUser): boolean => user.roles.some((role) => teamRoles.includes(role));

export async function findProfile(vault: Vault): Promise<Profile | null> {
  return (await vault.find<Profile>('about', id))?.value ?? null;
}

/** Asks for it anew; what the phone had stays where that fails, and its villages until they are asked for. */
export async function refreshProfile(vault: Vault, line: Line, user: SessionUser): Promise<Profile> {
  const [site, kinds, own] = await Promise.all([
    line.get<{ zone: string }>('/api/site'),
    line.get<{ items: Kind[] }>('/api/situation-kinds'),
    user.area ? line.get<Unit & { above: Unit[] }>(`/api/areas/${user.area.id}`) : null,
  ]);
  const within = own === null ? null : ([own, ...own.above].find((each) => communes.includes(each.kind)) ?? null);
  const village = own && own.id !== within?.id ? { id: own.id, name: own.name } : null;
  const before = await findProfile(vault);
  const known = before && before.communeId === within?.id ? before.villages.filter((each) => each.id !== village?.id) : [];
  return keep(vault, {
    name: user.displayName,
    communeId: within?.id ?? null,
    communeName: within?.name ?? '',
    villageId: village?.id ?? null,
    villages: [...(village ? [village] : []), ...known],
    kinds: kinds.items.map(({ code, guarded }) => ({ code, guarded })),
    zone: site.zone,
  });
}

/** The other villages of the commune: on a slow line nobody has to wait for them to begin. */
export async function refreshVillages(vault: Vault, line: Line, profile: Profile): Promise<Profile> {
  if (profile.communeId === null) return profile;
  const { items } = await line.get<{ items: Unit[] }>(`/api/areas/tree?below=${profile.communeId}`);
  const villages = items.filter((each) => each.kind === 'RESIDENTIAL_AREA' || each.id === profile.villageId).map((each) => ({ id: each.id, name: each.name }));
  return keep(vault, { ...profile, villages });
}

async function keep(vault: Vault, profile: Profile): Promise<Profile> {
  if (!(await change<Profile>(vault, 'about', id, () => profile))) await vault.put('about', id, profile, 0);
  return profile;
}
