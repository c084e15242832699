// Instants and days as the server writes them.
export const iso = (at) => new Date(at).toISOString();

/** The site's day at an instant, and its year: seven hours ahead of UTC. */
export const dayOf = (at) => iso(at + 7 * 3_600_000).slice(0, 10);
export const yearOf = (at) => Number(dayOf(at).slice(0, 4));
