// Reads { "schema": ..., "instances": [...] } and prints, for each instance, the sorted JSON pointers of what the schema refuses.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { schema, instances } = JSON.parse(readFileSync(0, 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

console.log(JSON.stringify(instances.map(instance => {
  validate(instance);
  return [...new Set((validate.errors ?? []).map(pointerOf))].sort();
})));

/** A missing or unknown member is reported at its object; the pointer to the member itself says more. */
function pointerOf({ instancePath, params }) {
  const member = params.missingProperty ?? params.additionalProperty;
  return member === undefined ? instancePath : `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
