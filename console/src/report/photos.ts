/** A photo as it is sent. */
export interface Photo {
  id: string;
  blob: Blob;
  sha256: string;
}

const longestSide = 2400;
const quality = 0.85;

/** Draws the picture anew, so that nothing of what the file says of itself is left. What the browser cannot draw is not sent; the server cleans what comes once more. */
async function redrawn(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', quality));
}

export async function readPhoto(file: File, mostBytes: number): Promise<Photo> {
  const blob = await redrawn(file);
  if (blob.size > mostBytes) throw new Error('too large');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return { id: crypto.randomUUID(), blob, sha256: [...hash].map((each) => each.toString(16).padStart(2, '0')).join('') };
}
