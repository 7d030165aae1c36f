// "Maximum length for the text in this field is 75 characters." -> maxLength: 75, where the text is.
const LENGTH = /max(?:imum)?(?: length)?(?: for (?:the |this )?[^.]*?(?:field|object|item))?(?: is| of| length is)? (\d+)\s+characters/i;
const LESS = /must be less than (\d+) characters/i;
const LEAST = /minimum length(?: for[^.]*?field)? is (\d+)/i;
const ITEMS = /(?:max(?:imum)?(?: of| number of (?:items|options|option groups) is)?|up to) (\d+)(?: (?:items|elements|blocks|cards|rows|options|\{@link))?/i;

export function limited(schema, path, found) {
  if (!schema || typeof schema !== 'object') return;
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const limit = limitOf(property);
    if (limit) {
      (property.allOf ??= []).push(limit);
      found.push(`${path}.${key}: ${JSON.stringify(limit)}`);
    }
    limited(property, `${path}.${key}`, found);
  }
  for (const key of ['anyOf', 'allOf']) for (const each of schema[key] ?? []) limited(each, `${path}|`, found);
  if (schema.items && !Array.isArray(schema.items)) limited(schema.items, `${path}[]`, found);
}

function limitOf(property) {
  const said = (property.description ?? '').replace(/\s+/g, ' ').replace(/\{@link https?:\S+/g, '');
  if (property.type === 'array') return listLimit(said);
  const most = LENGTH.exec(said)?.[1] ?? (LESS.exec(said) ? LESS.exec(said)[1] - 1 : undefined);
  const least = LEAST.exec(said)?.[1];
  if (!most && !least) return undefined;
  const length = { ...(least && { minLength: +least }), ...(most && { maxLength: +most }) };
  return property.type === 'string' ? length : { properties: { text: length } };
}

function listLimit(said) {
  const most = ITEMS.exec(said)?.[1];
  const each = /text in each item is (\d+) characters/.exec(said)?.[1];
  if (!most) return undefined;
  return { maxItems: +most, ...(each && { items: { properties: { text: { maxLength: +each } } } }) };
}
