/** A part of a text, and whether the other text does not have it there. */
export interface Part {
  text: string;
  isNew: boolean;
}

/** A text in parts: what it has as the other text has it, and what is new in it, word by word. */
export function differences(text: string, other: string): Part[] {
  const [mine, theirs] = [text, other].map((each) => each.split(/(?<=\s)(?=\S)/u).filter(Boolean)) as [string[], string[]];
  const same = (at: number, there: number) => mine[at]!.trim() === theirs[there]!.trim();
  // How many words are common from here to the end of both.
  const common = Array.from({ length: mine.length + 1 }, () => new Uint16Array(theirs.length + 1));
  for (let at = mine.length - 1; at >= 0; at--)
    for (let there = theirs.length - 1; there >= 0; there--) common[at]![there] = same(at, there) ? common[at + 1]![there + 1]! + 1 : Math.max(common[at + 1]![there]!, common[at]![there + 1]!);
  const parts: Part[] = [];
  for (let at = 0, there = 0; at < mine.length; ) {
    const isSame = there < theirs.length && same(at, there);
    if (!isSame && there < theirs.length && common[at]![there + 1]! >= common[at + 1]![there]!) {
      there++;
      continue;
    }
    const last = parts.at(-1);
    if (last && last.isNew === !isSame) last.text += mine[at]!;
    else parts.push({ text: mine[at]!, isNew: !isSame });
    at++;
    if (isSame) there++;
  }
  return parts;
}
