// Holds a JSON or YAML document to a JSON schema: node schemas.mjs TOOLS DOCUMENT SCHEMA
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [tools, document, file] = process.argv.slice(2).map((name) => path.resolve(name));
const require = createRequire(path.join(tools, 'package.json'));
const { parse } = require('yaml');
const schema = JSON.parse(readFileSync(file, 'utf8'));
const { default: Ajv } = require(/draft.2020/.test(schema.$schema) ? 'ajv/dist/2020.js' : 'ajv');
const ajv = new Ajv({ strict: false, allErrors: true });
require('ajv-formats').default(ajv);
const errors = ajv.validate(schema, parse(readFileSync(document, 'utf8'))) ? [] : ajv.errors;
console.log(`${errors.length === 0 ? 'passed' : 'FAILED'}  ${path.basename(document)}: ${schema.$id ?? file}`);
errors.slice(0, 20).forEach((error) => console.log(`        ${error.instancePath} ${error.message}`));
process.exit(errors.length === 0 ? 0 : 1);
