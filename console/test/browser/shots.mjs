// Pictures of every screen, for looking at: `npm run shots -- <folder> [name filter]`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startStub } from '../stub/server.mjs';
import { launch, openContext, openPage } from './launch.mjs';
import { screens } from './screens.mjs';

const [folder = 'shots', filter = '', only = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await launch();
const looks = [
  { name: 'vi-1440', language: 'vi', width: 1440, height: 900 },
  { name: 'vi-360', language: 'vi', width: 360, height: 760 },
  { name: 'ar-1440', language: 'ar', width: 1440, height: 900 },
  { name: 'en-dark', language: 'en', width: 1440, height: 900, theme: 'dark' },
];
/** Each look beside the others, with a stand-in of its own. */
async function take(look) {
  const stub = await startStub();
  for (const screen of screens(stub).filter((each) => each.name.includes(filter))) {
    const page = await openPage(await openContext(browser, stub, { ...look, user: screen.user }));
    await page.goto(stub.url + screen.path);
    try {
      await screen.ready?.(page);
    } catch (failure) {
      console.log(screen.name, look.name, failure.message);
    }
    await page.waitForTimeout(screen.settle ?? 700);
    await page.screenshot({ path: join(folder, `${screen.name}-${look.name}.png`), fullPage: screen.full ?? false });
    if (page.errors.length > 0) console.log(screen.name, look.name, page.errors);
    await page.context().close();
  }
  await stub.close();
}
await Promise.all(looks.filter((each) => each.name.includes(only)).map(take));
await browser.close();
