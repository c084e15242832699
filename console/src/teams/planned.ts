/** Whether a text is a strength that a team may have. */
export function isPlanned(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100;
}
