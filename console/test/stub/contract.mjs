// Holds what the stand-in is asked and answers against the server's own description of its API.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const api = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'ref', 'openapi.json'), 'utf8'));

const named = (schema) => (schema.$ref ? api.components.schemas[schema.$ref.split('/').at(-1)] : schema);
const mayBeNull = (schema) => schema.type?.includes?.('null') || schema.anyOf?.some((each) => each.type === 'null');

/** What the server would say of it: nothing that is not described, and null where nothing is said of what may be null. */
function shaped(schema, value) {
  const { anyOf, items, properties, additionalProperties } = named(schema);
  if (value === null || typeof value !== 'object') return value;
  if (anyOf) return shaped(anyOf[0], value);
  if (Array.isArray(value)) return items ? value.map((each) => shaped(items, each)) : value;
  if (properties) {
    return Object.fromEntries(
      Object.entries(properties)
        .map(([name, each]) => [name, value[name] === undefined && mayBeNull(named(each)) ? null : shaped(each, value[name])])
        .filter(([, each]) => each !== undefined),
    );
  }
  return additionalProperties ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shaped(additionalProperties, each)])) : value;
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addFormat('byte', true);
ajv.addSchema(api, 'api');

const escaped = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
const operations = Object.entries(api.paths)
  .map(([path, methods]) => ({
    path,
    methods,
    pattern: new RegExp(
      `^${path
        .replaceAll('.', '\\.')
        .replaceAll('**', '.*')
        .replace(/\{[^}]+\}/g, '[^/]+')}$`,
    ),
    holes: (path.match(/\{/g) ?? []).length,
  }))
  .sort((one, other) => one.holes - other.holes);

const find = (method, path) => operations.find((each) => each.pattern.test(path) && each.methods[method.toLowerCase()]);

function describe(method, path) {
  const found = find(method, path);
  return found && { ...found.methods[method.toLowerCase()], at: `api#/paths/${escaped(found.path)}/${method.toLowerCase()}` };
}

function mistakes(schema, value, what) {
  const holds = ajv.getSchema(schema);
  if (holds(value)) return [];
  return holds.errors.map(
    (each) =>
      `${what}${each.instancePath}: ${each.message}${each.params.additionalProperty ? ` (${each.params.additionalProperty})` : ''}${each.params.allowedValues ? ` (${each.params.allowedValues})` : ''}`,
  );
}

const json = 'application/json';
const roleOf = (words) =>
  words
    .replace(/ (of the area|of the whole site|whose own it is)$/, '')
    .replaceAll(' ', '_')
    .toUpperCase();
/** The roles that may ask for an operation; null for anybody. */
const askers = new Map(
  operations.flatMap(({ path, methods }) =>
    Object.entries(methods).map(([method, { description }]) => {
      const named = /^Who may: (.*?)\./.exec(description ?? '');
      return [`${method.toUpperCase()} ${path}`, named?.[1].split(', ').map(roleOf)];
    }),
  ),
);

/** What the roles let somebody ask for, as the session says it. */
export function operationsOf(roles) {
  return [...askers]
    .filter(([, named]) => named?.some((role) => roles.includes(role)))
    .map(([operation]) => operation)
    .sort();
}

/** The paths of data that the roles let somebody read without a word more, those of a list's things under it; files to download are none. */
export function readsOf(roles) {
  const open = new Set(operationsOf(roles));
  const isPlain = ({ responses, parameters = [] }) => responses[200]?.content?.[json] && !parameters.some((each) => each.in === 'query' && each.required);
  const plain = operations.filter(({ path, methods }) => open.has(`GET ${path}`) && isPlain(methods.get)).map(({ path }) => path);
  return plain.filter((path) => !path.includes('{')).map((path) => ({ path, below: plain.filter((each) => each.startsWith(`${path}/{`) && each.match(/\{/g).length === 1) }));
}

/** Who may ask for it is told by what is sent, which the description does not say. */
const byBody = ['POST /api/emergency-accesses'];
/** Written as it is stored; the description calls it a text. */
const raw = ['GET /api/areas/{id}/boundary'];

export function mayAsk(user, method, path) {
  const operation = `${method} ${find(method, path)?.path}`;
  const named = byBody.includes(operation) ? null : askers.get(operation);
  return !named || named.some((role) => user.roles.includes(role));
}

/** What is longer than the server takes, as it names that. */
export function tooLong(method, path, sent) {
  const operation = describe(method, path);
  const holds = operation?.requestBody?.content[json] && ajv.getSchema(`${operation.at}/requestBody/content/${escaped(json)}/schema`);
  if (!holds || holds(sent)) return [];
  return holds.errors
    .filter((each) => each.keyword === 'maxLength')
    .map((each) => ({ field: each.instancePath.slice(1).replaceAll('/', '.'), code: 'size', message: `Must have a length of 0 to ${each.params.limit}.` }));
}

/** A success as the server would answer it, and what is wrong with it or with what it answers. */
export function against(method, path, sent, said) {
  const operation = describe(method, path);
  if (!operation) return { status: 200, answer: said, broken: [`${method} ${path} is not described`] };
  const [code, response] = Object.entries(operation.responses).find(([each]) => each.startsWith('2'));
  const status = Number(code);
  const broken = [];
  if (operation.requestBody?.content[json]) broken.push(...mistakes(`${operation.at}/requestBody/content/${escaped(json)}/schema`, sent, `${method} ${path} is sent `));
  const schema = response.content?.[json]?.schema;
  if (!schema || schema.format === 'byte' || raw.includes(`${method} ${find(method, path).path}`)) return { status, answer: said, broken };
  const answer = shaped(schema, said);
  broken.push(...mistakes(`${operation.at}/responses/${status}/content/${escaped(json)}/schema`, answer, `${method} ${path} answers `));
  return { status, answer, broken };
}
