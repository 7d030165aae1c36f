// Slack's TypeScript types -> one JSON Schema (2019-09, in which what stands beside a $ref holds too), with the limits that stand in their comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createGenerator } from 'ts-json-schema-generator';
import { CHART, CORRECTIONS } from './corrections.mjs';
import { limited } from './limits.mjs';

const [types, tsconfig, out] = process.argv.slice(2);
const generator = createGenerator({ path: types, tsconfig, expose: 'export', skipTypeCheck: true });
const roots = readFileSync(types, 'utf8').match(/(?<=export type )\w+/g);
const all = merged(roots.map((root) => [root, JSON.parse(JSON.stringify(generator.createSchema(root).definitions))]));
const found = [];

for (const [name, definition] of Object.entries(all)) limited(definition, name, found);
for (const [path, limit] of CORRECTIONS) at(path).allOf = [limit];
delete all.RespondArguments.required; // blocks, attachments and markdown at once: the generator's reading of "one of these"
all.DataVisualizationBlock = CHART;
all.KnownBlock.anyOf.push({ $ref: '#/definitions/DataVisualizationBlock' });

const used = {};
roots.forEach(keep);
const licences = ['@slack/web-api', '@slack/types', '@slack/bolt'].map(of);
const made = { $schema: 'https://json-schema.org/draft/2019-09/schema', $comment: `Made by scripts/slack-types out of ${licences.join(', ')}.`, definitions: used };
writeFileSync(out, `${JSON.stringify(made, null, 1)}\n`);
console.error(`${Object.keys(used).length} types, ${found.length} limits from comments, ${CORRECTIONS.length} corrections`);

// Types of one name that are not the same, and what refers to them, are called after what they were made for.
function merged(parts) {
  const several = new Set();
  const first = {};
  for (const [, types] of parts)
    for (const [name, type] of Object.entries(types))
      if (JSON.stringify((first[name] ??= type)) !== JSON.stringify(type)) several.add(name);
  for (let before = -1; before < several.size; ) {
    before = several.size;
    for (const [name, type] of Object.entries(first)) if (refers(type, several)) several.add(name);
  }
  const plain = (name) => name.split('<')[0];  // what stands behind it is made anew each time
  const own = (root, name) => ((several.has(name) && name !== root) || plain(name) !== name ? `${root}.${plain(name)}` : name);
  return Object.fromEntries(parts.flatMap(([root, types]) =>
    Object.entries(types).map(([name, type]) => [own(root, name), renamed(type, (name) => own(root, name))])));
}

function refers(type, names) {
  return [...JSON.stringify(type).matchAll(/"#\/definitions\/([^"]+)"/g)].some(([, name]) => names.has(decodeURIComponent(name)));
}

function renamed(type, name) {
  const ref = (found) => `#/definitions/${encodeURIComponent(name(decodeURIComponent(found.split('/').at(-1))))}`;
  return JSON.parse(JSON.stringify(type, (key, value) => (key === '$ref' ? ref(value) : value)));
}

function of(name) {
  const require = createRequire(tsconfig);
  const { version, license } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`)));
  return `${name} ${version} (${license})`;
}

function at(path) {
  const [name, ...way] = path.split('.');
  const place = way.reduce((schema, key) => (key === '[]' ? schema.items : schema.properties[key]), all[name]);
  if (!place) throw new Error(`no such place: ${path}`);
  return place;
}

// A definition with all it refers to; any block of any kind is no kind of block.
function keep(name) {
  if (used[name]) return;
  used[name] = true;
  used[name] = JSON.parse(JSON.stringify(all[name]), (key, value) => {
    if (['description', 'format'].includes(key) && typeof value === 'string') return undefined; // words, and no property
    if (key === 'anyOf') return value.filter((each) => named(each) !== 'Block' || value.length < 2);
    return value;
  });
  JSON.stringify(used[name], (key, value) => {
    if (key === '$ref') keep(decodeURIComponent(value.split('/').at(-1)));
    return value;
  });
}

function named(schema) {
  return schema.$ref ? decodeURIComponent(schema.$ref.split('/').at(-1)) : '';
}
