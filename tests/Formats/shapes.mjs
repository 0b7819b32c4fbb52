// Runs the SHACL shapes of RO-Crate 1.1 and of the Provenance Run Crate over an export: node shapes.mjs TOOLS EXPORT PROFILES
// PROFILES is the folder rocrate_validator/profiles of https://github.com/crs4/rocrate-validator, which check.sh takes from RO_CRATE_PROFILES.
// Prints a line for each set of shapes and what it finds; exits 1 where one that a crate MUST meet found something. What a crate SHOULD meet is told.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [tools, folder, profiles] = process.argv.slice(2).map((name) => path.resolve(name));
const require = createRequire(path.join(tools, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { Parser, Store, DataFactory } = require('n3');
const jsonld = require('jsonld');
const { Validator } = await load('shacl-engine');
const sparql = await load('shacl-engine/sparql.js'); // targets and constraints by query
const base = 'arcp://name,crate/'; // the shapes name files of the crate by relative addresses, and so does the crate
const chain = ['ro-crate/1.1', 'process-run-crate', 'workflow-ro-crate', 'workflow-run-crate', 'provenance-run-crate'];

const crate = JSON.parse(readFileSync(path.join(folder, 'ro-crate-metadata.json'), 'utf8'));
const context = require('ro-crate/lib/context.json');
const documentLoader = (url) =>
  url.startsWith('https://w3id.org/ro/')
    ? Promise.resolve({ contextUrl: null, document: context, documentUrl: url })
    : Promise.reject(new Error(`${url} is not at hand: nothing is fetched here`));
const quads = await jsonld.toRDF(crate, { base, documentLoader, format: 'application/n-quads' });
const facts = new Parser({ format: 'N-Quads' }).parse(quads);

const sh = (name) => DataFactory.namedNode(`http://www.w3.org/ns/shacl#${name}`);
const parse = (file) => new Parser({ baseIRI: base, blankNodePrefix: `${path.basename(file)}-` }).parse(readFileSync(file, 'utf8'));
const prefixes = parse(path.join(profiles, 'ro-crate/1.1/prefixes.ttl')).map((quad) =>
  quad.object.value === './' ? DataFactory.quad(quad.subject, quad.predicate, DataFactory.literal(base)) : quad,
);
const ontology = parse(path.join(profiles, 'ro-crate/1.1/ontology.ttl'));
// The engine reads the prefixes of a constraint's query, and not those of a target's.
const declared = new Store(prefixes);
const head = declared
  .getSubjects(sh('prefix'), null, null)
  .map((one) => ['prefix', 'namespace'].map((name) => declared.getObjects(one, sh(name), null)[0].value))
  .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
  .join('');
const withPrefixes = (quad) =>
  quad.predicate.equals(sh('select')) ? DataFactory.quad(quad.subject, quad.predicate, DataFactory.literal(head + quad.object.value)) : quad;
const validatorOf = (shapes) => new Validator(new Store([...prefixes, ...shapes]), { factory: DataFactory, ...sparql });
const validate = (shapes, data) => validatorOf(shapes).validate({ dataset: new Store([...ontology, ...data]) });
const nodeOf = (result) => result.focusNode?.term ?? result.focusNode;

// The engine takes one value that must be there; where a property asks for several, the others become properties of the same path.
function oneValueEach(shapes) {
  const store = new Store(shapes);
  for (const property of store.getSubjects(sh('hasValue'), null, null)) {
    store.getQuads(property, sh('hasValue'), null, null).slice(1).forEach((value, number) => {
      const twin = DataFactory.blankNode(`${property.value}-${number}`);
      store.removeQuad(value);
      store.addQuad(twin, sh('hasValue'), value.object);
      for (const name of ['path', 'message']) store.getObjects(property, sh(name), null).forEach((one) => store.addQuad(twin, sh(name), one));
      store.getSubjects(sh('property'), property, null).forEach((shape) => store.addQuad(shape, sh('property'), twin));
    });
  }
  return [...store];
}

// The engine reads no inverse path below a repeated one; the data gets the inverse as a property of its own.
const inverseOf = (predicate) => DataFactory.namedNode(`${predicate.value}#inverse`);
function forwards(shapes) {
  const store = new Store(shapes);
  return shapes.map((quad) => {
    const [inverse] = quad.predicate.equals(sh('oneOrMorePath')) ? store.getObjects(quad.object, sh('inversePath'), null) : [];
    return inverse ? DataFactory.quad(quad.subject, quad.predicate, inverseOf(inverse)) : quad;
  });
}

// What belongs to a class belongs to those that the ontology calls equal to it or wider.
const wider = new Map();
for (const { subject, predicate, object } of ontology) {
  if (/#(subClassOf|equivalentClass)$/.test(predicate.value)) wider.set(subject.value, [...(wider.get(subject.value) ?? []), object]);
}
const type = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const widened = (data) =>
  data.filter((quad) => quad.predicate.equals(type)).flatMap((quad) => (wider.get(quad.object.value) ?? []).map((one) => DataFactory.quad(quad.subject, type, one)));

function shapesOf(profile, level) {
  const own = path.join(profiles, profile, level);
  const files = existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.ttl')) : [];
  return forwards(oneValueEach(files.sort().flatMap((name) => parse(path.join(own, name))).map(withPrefixes)));
}

// The shapes name kinds of entities by rules ('what has this target is a RootDataEntity'), which the engine does not apply. It tells the targets where the same shape asks for what nothing has.
async function inferred(shapes, data) {
  const store = new Store(shapes);
  const rules = store.getQuads(null, sh('rule'), null, null);
  const fresh = [];
  for (const { subject: shape, object: rule } of rules) {
    const [predicate, object] = ['predicate', 'object'].map((name) => store.getObjects(rule, sh(name), null)[0]);
    const own = store.getQuads(shape, null, null, null).filter((quad) => /#(target|type$)/.test(quad.predicate.value));
    const nothing = DataFactory.blankNode(`nothing-${shape.value}`);
    const asks = [
      DataFactory.quad(shape, sh('property'), nothing),
      DataFactory.quad(nothing, sh('path'), DataFactory.namedNode('urn:nothing')),
      DataFactory.quad(nothing, sh('minCount'), DataFactory.literal(1)),
    ];
    const targets = store.getQuads(null, null, null, null).filter((quad) => quad.subject.termType === 'BlankNode');
    const report = await validate([...own, ...targets, ...asks], data);
    const conditions = store.getObjects(rule, sh('condition'), null);
    for (const node of new Map(report.results.map((result) => [nodeOf(result).value, nodeOf(result)])).values()) {
      const meets = await Promise.all(
        conditions.map((condition) => validatorOf(shapes).validate({ dataset: new Store(data), terms: [node] }, [{ terms: [condition] }])),
      );
      if (meets.every((one) => one.conforms)) fresh.push(DataFactory.quad(node, predicate, object));
    }
  }
  return fresh;
}

const parts = facts.filter((quad) => quad.predicate.value === 'http://schema.org/hasPart');
let data = [...facts, ...parts.map((quad) => DataFactory.quad(quad.object, inverseOf(quad.predicate), quad.subject))];
for (let before = -1; before < new Store(data).size; ) {
  before = new Store(data).size;
  for (const profile of chain) data = [...data, ...widened(data), ...(await inferred(shapesOf(profile, 'must'), data))];
}
const kinds = new Store(data).size - new Store(facts).size - parts.length;

const last = (term) => term?.value?.replace(base, '') ?? '';
const words = (result) => result.message.map((item) => item.value).join(' ') || last(result.constraintComponent);
let failed = 0;
let checked = 0;
for (const level of ['must', 'should']) {
  for (const profile of chain) {
    const shapes = shapesOf(profile, level);
    if (shapes.length === 0) continue;
    checked++;
    const { results } = await validate(shapes, data);
    failed += level === 'must' && results.length > 0 ? 1 : 0;
    console.log(`${results.length === 0 ? 'passed' : level === 'must' ? 'FAILED' : 'told  '}  RO-Crate: shapes of ${profile}, ${level.toUpperCase()}`);
    const nodes = Map.groupBy ? Map.groupBy(results, words) : results.reduce((map, one) => map.set(words(one), [...(map.get(words(one)) ?? []), one]), new Map());
    for (const [line, found] of nodes) console.log(`        ${line}: ${found.length} times, first ${last(nodeOf(found[0]))}`);
  }
}

console.log(checked > 0 && kinds > 0 ? `shapes: ${checked} sets over ${facts.length} triples and ${kinds} kinds, ${failed} failed` : `shapes: nothing was checked; is ${profiles} the folder of profiles?`);
process.exit(failed === 0 && checked > 0 && kinds > 0 ? 0 : 1);
