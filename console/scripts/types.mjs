// Makes `target/api.d.ts`, which sources call `#api`, out of the server's description of its API: the
// types of all bodies and answers. It is made whenever the console is checked or built, and kept nowhere.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const root = join(import.meta.dirname, '..');
const description = readFileSync(join(root, '..', 'docs', 'ref', 'openapi.json'), 'utf8');
const { paths, components } = JSON.parse(description.replaceAll('#/components/schemas/', '#/definitions/'));
const operations = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
const types = await compile({ title: 'Unused', definitions: components.schemas }, 'Unused', {
  additionalProperties: false,
  bannerComment: '// Made by scripts/types.mjs out of docs/ref/openapi.json.',
  format: false,
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
});
mkdirSync(join(root, 'target'), { recursive: true });
writeFileSync(join(root, 'target', 'api.d.ts'), `${types}\n/** What can be asked for. */\nexport type Operation = ${operations.map((each) => JSON.stringify(each)).join(' | ')};\n`);
