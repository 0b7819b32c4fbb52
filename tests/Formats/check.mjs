// Runs the validators of other projects over an export: node check.mjs TOOLS EXPORT
// TOOLS is the folder in which npm installed package.json; EXPORT is what 'research export --output EXPORT' wrote.
// Prints one line a check; exits 1 where one found something.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';

const [tools, folder] = process.argv.slice(2).map((name) => path.resolve(name));
const require = createRequire(path.join(tools, 'package.json'));
const at = (name) => path.join(folder, name);
const text = (name) => readFileSync(at(name), 'utf8');
const json = (name) => JSON.parse(text(name));
let failed = 0;

async function check(name, body) {
  let problems;
  try {
    problems = await body();
  } catch (error) {
    problems = [`${error.name}: ${error.message}`];
  }
  failed += problems.length > 0 ? 1 : 0;
  console.log(`${problems.length > 0 ? 'FAILED' : 'passed'}  ${name}`);
  problems.slice(0, 20).forEach((problem) => console.log(`        ${problem}`));
}

// The validators ask for contexts by address; they get the one that ro-crate-js ships, and nothing else.
const crateContext = require('ro-crate/lib/context.json');
globalThis.fetch = async (url) => {
  if (!String(url).startsWith('https://w3id.org/ro/')) throw new Error(`${url} is not at hand: nothing is fetched here`);
  return { ok: true, status: 200, json: async () => crateContext };
};
const noLoader = (url) => Promise.reject(new Error(`${url} is not at hand: nothing is fetched here`));

await check('RO-Crate: ro-crate-js finds no error, and every file is there', async () => {
  const { Validator } = require('ro-crate/lib/validator.js');
  const validator = new Validator();
  validator.parseJSON(text('ro-crate-metadata.json'));
  await validator.crate.resolveContext();
  await validator.validate();
  const files = {};
  for (const entry of readdirSync(folder, { recursive: true })) {
    const isDir = statSync(at(entry)).isDirectory();
    files[entry.split(path.sep).map(encodeURIComponent).join('/') + (isDir ? '/' : '')] = { exists: true, isDir };
  }
  validator.checkFiles(files);
  return validator.results.filter((item) => item.status === 'error').map((item) => `${item.entity ?? ''} ${item.message}`);
});

await check('RO-Crate: each word is one of the context that ro-crate-js ships', async () => {
  const context = crateContext['@context'];
  const words = json('ro-crate-metadata.json')['@graph'].flatMap((entity) => [
    ...Object.keys(entity).filter((key) => !key.startsWith('@')),
    ...[entity['@type']].flat(),
  ]);
  return [...new Set(words)].filter((word) => !(word in context)).map((word) => `'${word}' is not defined`);
});

await check('RO-Crate: sizes and SHA-256 are those of the files', async () =>
  json('ro-crate-metadata.json')
    ['@graph'].filter((entity) => entity.sha256)
    .filter((entity) => {
      const bytes = readFileSync(at(decodeURIComponent(entity['@id'])));
      return String(bytes.length) !== entity.contentSize || createHash('sha256').update(bytes).digest('hex') !== entity.sha256;
    })
    .map((entity) => entity['@id']));

await check('RO-Crate: JSON-LD 1.1 expansion loses nothing', async () => {
  const jsonld = require('jsonld');
  const context = { '@context': crateContext['@context'] };
  const documentLoader = (url) =>
    url.startsWith('https://w3id.org/ro/')
      ? Promise.resolve({ contextUrl: null, document: context, documentUrl: url })
      : noLoader(url);
  const expanded = await jsonld.expand(json('ro-crate-metadata.json'), { documentLoader, safe: true, base: 'arcp://name,crate/' });
  const entities = json('ro-crate-metadata.json')['@graph'].length;
  return expanded.length === entities ? [] : [`${expanded.length} of ${entities} entities are left`];
});

for (const name of readdirSync(at('croissant'))) {
  await check(`Croissant: JSON-LD 1.1 expansion of ${name} loses nothing`, async () => {
    const jsonld = require('jsonld');
    const [dataset] = await jsonld.expand(json(`croissant/${name}`), { documentLoader: noLoader, safe: true, base: 'arcp://name,data/' });
    const problems = [];
    if (dataset['@type'][0] !== 'https://schema.org/Dataset') problems.push(`type ${dataset['@type']}`);
    if (dataset['http://purl.org/dc/terms/conformsTo']?.[0]['@value'] !== 'http://mlcommons.org/croissant/1.0') problems.push('conformsTo');
    for (const property of ['name', 'description', 'license', 'url', 'creator', 'datePublished', 'distribution']) {
      if (!dataset[`https://schema.org/${property}`]) problems.push(`no ${property}`);
    }
    return problems;
  });
}

await check('CycloneDX: the schema 1.6 of the CycloneDX library, strict', async () => {
  const { Validation, Spec } = require('@cyclonedx/cyclonedx-library');
  const errors = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text('bom.cdx.json'));
  return errors === null ? [] : [JSON.stringify(errors).slice(0, 2000)];
});

await check('verdicts.json: its schema, by ajv (2020-12, strict)', async () => {
  const { default: Ajv } = require('ajv/dist/2020.js');
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
  require('ajv-formats').default(ajv);
  const validate = ajv.compile(json('verdicts.schema.json'));
  return validate(json('verdicts.json')) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
});

await check('codecheck.yml: one YAML document; its files are there', async () => {
  const { parseAllDocuments } = require('yaml');
  const documents = parseAllDocuments(text('codecheck.yml'));
  const check = documents[0].toJS();
  const problems = documents.length === 1 ? documents[0].errors.map(String) : [`${documents.length} documents`];
  for (const key of ['version', 'manifest', 'paper', 'research_claims']) if (!check[key]) problems.push(`no ${key}`);
  for (const { file } of check.manifest) statSync(at(file));
  return problems;
});

const cards = readdirSync(folder, { recursive: true }).filter((name) => name.startsWith('models') && name.endsWith('README.md'));
for (const name of cards) {
  await check(`model card: ${name}: metadata of Hugging Face`, async () => {
    const { parse } = require('yaml');
    const { PIPELINE_DATA } = await import(path.join(tools, 'node_modules/@huggingface/tasks/dist/esm/index.js'));
    const [, head] = text(name).split('---\n');
    const card = parse(head);
    const problems = [];
    if (!(card.pipeline_tag in PIPELINE_DATA)) problems.push(`pipeline_tag ${card.pipeline_tag}`);
    if (card.license === 'other' && !(card.license_name && card.license_link)) problems.push('license other without name and link');
    for (const result of card['model-index'][0].results) {
      if (!result.task?.type || !result.dataset?.type || !result.dataset?.name) problems.push('task or dataset incomplete');
      for (const metric of result.metrics) if (typeof metric.value !== 'number') problems.push(`metric ${metric.type}`);
    }
    return problems;
  });
}

await check('BibTeX and CSL-JSON: Citation.js reads the same works and can cite each', async () => {
  const { Cite, plugins } = require('@citation-js/core');
  require('@citation-js/plugin-bibtex');
  require('@citation-js/plugin-csl');
  const bib = new Cite(text('references.bib'));
  const csl = new Cite(json('references.csl.json'));
  const ids = (cite) => cite.data.map((item) => item.id).join(' ');
  const problems = ids(bib) === ids(csl) ? [] : [`${ids(bib)}\n${ids(csl)}`];
  for (const cite of [bib, csl]) {
    const printed = cite.format('bibliography', { template: 'apa' }).trim().split('\n').filter(Boolean);
    if (printed.length !== cite.data.length) problems.push(`${printed.length} citations of ${cite.data.length} works`);
  }
  return problems;
});

await check('.zenodo.json and codemeta.json: required members', async () => {
  const zenodo = json('.zenodo.json');
  const meta = json('codemeta.json');
  return [
    ...['title', 'upload_type', 'description', 'creators'].filter((key) => !zenodo[key]?.length).map((key) => `.zenodo.json: ${key}`),
    ...['@context', 'type', 'name', 'description', 'author', 'license', 'version'].filter((key) => !meta[key]?.length).map((key) => `codemeta.json: ${key}`),
  ];
});

console.log(failed === 0 ? 'formats: every validator passed' : `formats: ${failed} checks failed`);
process.exit(failed === 0 ? 0 : 1);
