/** How wide a camera's picture is for its height. */
const pictureRatio = 16 / 9;

/** In how many columns the pictures come out largest; of equal ones the fewest. */
export function columnsFor(count: number, width: number, height: number, captionHeight: number): number {
  let best = 1;
  let widest = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const picture = Math.min(width / columns, (height / rows - captionHeight) * pictureRatio);
    if (picture > widest + 1) {
      best = columns;
      widest = picture;
    }
  }
  return best;
}
