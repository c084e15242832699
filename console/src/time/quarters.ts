/**
 * Until when figures are told: as far as today to who sees single ones, and of quarters that are over to others.
 *
 * @returns the latest year with any, and until which month of the present year
 */
export function toldUntil(present: { year: number; month: number }, seesSingleOnes: boolean): { latest: number; told: number } {
  const told = seesSingleOnes ? present.month : Math.floor((present.month - 1) / 3) * 3;
  return { latest: told > 0 ? present.year : present.year - 1, told };
}
