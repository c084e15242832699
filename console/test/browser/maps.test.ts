import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

const drawn = (page: TestPage) => page.locator('.map-root[data-drawn]').waitFor();
const searchBox = (page: TestPage) => page.getByRole('combobox', { name: 'Find a place on the map' });

/** How much of the map is of the colour of each token. */
async function shares(page: TestPage, tokens: string[]): Promise<number[]> {
  const picture = (await page.locator('.map-root').screenshot()).toString('base64');
  return page.evaluate(
    async ([data, names]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      const style = getComputedStyle(document.documentElement);
      return names.map((name) => {
        context.fillStyle = style.getPropertyValue(name); // Reads back in six digits.
        const colour = Number.parseInt(context.fillStyle.slice(1), 16);
        let count = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          if (Math.abs(pixels[at]! - (colour >> 16)) + Math.abs(pixels[at + 1]! - ((colour >> 8) & 255)) + Math.abs(pixels[at + 2]! - (colour & 255)) < 6) count++;
        }
        return count / (pixels.length / 4);
      });
    },
    [picture, tokens] as const,
  );
}

describe.skipIf(missing !== null)('maps', () => {
  test('show streets and water without asking anybody but the server, light and dark', async () => {
    const page = await open('/find', { language: 'en', user: 'dieutra' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await drawn(page);
    const tokens = ['--map-land', '--map-road', '--map-water'];
    const shown = async () => (await shares(page, tokens)).every((share) => share > 0.002);
    await expect.poll(shown).toBe(true);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await expect.poll(shown).toBe(true);
    expect(asked.filter((origin) => origin !== 'null' && origin !== new URL(stub().url).origin)).toEqual([]);
    expect(page.errors).toEqual([]);
  });

  test('have tiles below, where the office has a file of them, and name whose they are', async () => {
    stub().world.mapTiles = true;
    try {
      const page = await open('/find', { language: 'en', user: 'dieutra' });
      await drawn(page);
      await expect.poll(async () => (await shares(page, ['--map-water']))[0]).toBeGreaterThan(0.5);
      await page.getByText('© OpenStreetMap').waitFor();
      expect(page.errors).toEqual([]);
    } finally {
      stub().world.mapTiles = false;
    }
  });

  test('find a landmark by its former name and take it as the place', async () => {
    const page = await open('/find', { language: 'en', user: 'dieutra' });
    await searchBox(page).fill('cho vom');
    await page.getByRole('option', { name: /Chợ Đông Thọ.*formerly.*Chợ Vồm.*Market/ }).click();
    await expect.poll(() => page.locator('#place').inputValue()).toMatch(/^19\.81\d{3}, 105\.77\d{3}$/);
    expect(await searchBox(page).inputValue()).toBe('Chợ Đông Thọ');
    expect(page.errors).toEqual([]);
  });

  test('show a street or an area and leave the place to be picked there', async () => {
    const page = await open('/find', { language: 'en', user: 'dieutra' });
    await drawn(page);
    await searchBox(page).fill('le loi');
    await page.getByRole('option', { name: /Đường Lê Lợi/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => searchBox(page).inputValue()).toBe('Đường Lê Lợi');
    expect(await page.locator('#place').inputValue()).toBe('');
    await searchBox(page).fill('canh nang');
    await page.getByRole('option', { name: /Xã Bá Thước.*formerly/ }).click();
    expect(await page.locator('#place').inputValue()).toBe('');
    // By the keyboard alone: the middle of what is seen.
    await page.locator('.map-root canvas').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#place').inputValue()).toMatch(/^19\.8\d{4}, 105\.7\d{4}$/);
    expect(page.errors).toEqual([]);
  });

  test('say so where a browser cannot draw, and find places all the same', async () => {
    const page = await open('/', { language: 'en', user: 'dieutra' });
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(`${stub().url}/find`);
    await page.getByText('This browser cannot draw maps').waitFor();
    await searchBox(page).fill('bến xe');
    await page.getByRole('option', { name: /Bến xe Hạc Thành/ }).click();
    await expect.poll(() => page.locator('#place').inputValue()).toBe('19.80690, 105.76250');
  });

  test('of the register ask for the part that is seen, and fit a phone', async () => {
    const page = await open('/register', { language: 'en', user: 'quantri', width: 360, height: 760 });
    await page.getByRole('button', { name: 'Show map' }).click();
    await drawn(page);
    await expect.poll(() => stub().world.requests.some((each) => /\/register\/map\?.*south=19\.\d+/.test(each))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Hide map' }).click();
    await expect.poll(() => page.locator('.map-root').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('take streets and landmarks from a list, which says what goes', async () => {
    const page = await open('/areas/import', { language: 'en', user: 'quantri' });
    await page.locator('#sort').selectOption('places');
    await page.getByText('The list replaces all places of the same type in that commune.').waitFor();
    await page.getByLabel('Choose a file').setInputFiles({ name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from('commune,kind,name,latitude,longitude\n14797,BRIDGE,Cầu Hạc,19.8,105.78\n') });
    await page.getByText('1 rows: 1 new, 0 already recorded, 1 removed').waitFor();
    await page.getByText('Cầu Hạc').waitFor();
    await page.getByRole('button', { name: 'Import file' }).click();
    await page.getByText('File imported.').waitFor();
    expect(page.errors).toEqual([]);
  });
});
