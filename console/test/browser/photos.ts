import type { TestPage } from './setup';

/** A JPEG of 2,400 by 1,200 points with the place and the maker of the camera in it. */
export async function photoWithPlace(page: TestPage): Promise<Buffer> {
  const plain = Buffer.from(
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2_400;
      canvas.height = 1_200;
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#357';
      context.fillRect(0, 0, 2_400, 1_200);
      context.fillStyle = '#fc4';
      context.fillRect(300, 300, 900, 500);
      const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/jpeg'));
      return [...new Uint8Array(await blob.arrayBuffer())];
    }),
  );
  const words = Buffer.from('Exif\0\0GPSLatitude 19.8078 SecretCameraMaker');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, words.length + 2]), words]);
  return Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]);
}
