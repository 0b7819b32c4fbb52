// Compares the packages of two bills of materials: node packages.mjs THEIRS OURS
// Theirs is of one project, so each of its packages has to be among ours, with the same version.
import { readFileSync } from 'node:fs';

const [theirs, ours] = process.argv.slice(2).map((name) => JSON.parse(readFileSync(name, 'utf8')));
const packages = (bom) => (bom.components ?? []).map((item) => item.purl).filter((purl) => purl?.startsWith('pkg:nuget/'));
const known = new Set(packages(ours));
const missing = packages(theirs).filter((purl) => !known.has(purl));
missing.forEach((purl) => console.log(`        ${purl} is not in ours`));
const count = packages(theirs).length;
console.log(`${missing.length > 0 || count === 0 ? 'FAILED' : 'passed'}  CycloneDX tool: its ${count} packages are among our ${known.size}`);
process.exit(missing.length > 0 || count === 0 ? 1 : 0);
