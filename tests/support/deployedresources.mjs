// SPDX-License-Identifier: Apache-2.0
// Lists the deployments of an engine that hold files of a release, with each resource's digest and whether it is the
// release's. Standard input has the release's files, a line each: "<sha256>  <product>/…/<resource name>".
// CAMUNDA_URL, CAMUNDA_USER and CAMUNDA_PASS name the engine. Exit code 1 when the engine's newest bytes are others.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { CAMUNDA_URL: url, CAMUNDA_USER: user = 'demo', CAMUNDA_PASS: password = 'demo' } = process.env;
const base = url.replace(/\/+$/, '').replace(/(\/engine-rest)?$/, '/engine-rest');
const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };

async function get(path) {
    const response = await fetch(base + path, { headers });
    if (!response.ok)
        throw new Error(`GET ${path} answered ${response.status}`);
    return response;
}

const approved = new Map(); // "<product> <resource name>" → digest
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
    const [digest, path] = line.split('  ');
    const parts = path.split('/');
    approved.set(`${parts[0]} ${parts.at(-1)}`, digest);
}

const seen = new Set();
let problems = 0;
for (const product of new Set([...approved.keys()].map((key) => key.split(' ')[0]))) {
    const query = `/deployment?nameLike=${product}-%25&sortBy=deploymentTime&sortOrder=desc`;
    for (const deployment of await (await get(query)).json()) {
        const resources = await (await get(`/deployment/${deployment.id}/resources`)).json();
        if (!resources.some(({ name }) => approved.has(`${product} ${name}`)))
            continue;
        console.log(`${deployment.name}  ${deployment.source}  ${deployment.id}`);
        for (const { id, name } of resources) {
            const bytes = await (await get(`/deployment/${deployment.id}/resources/${id}/data`)).arrayBuffer();
            const digest = createHash('sha256').update(Buffer.from(bytes)).digest('hex');
            const key = `${product} ${name}`;
            let verdict = 'as approved';
            if (!approved.has(key))
                verdict = 'not of this release';
            else if (seen.has(key))
                verdict = 'older';
            else if (digest !== approved.get(key)) {
                verdict = 'DIFFERS from what was approved';
                ++problems;
            }
            seen.add(key);
            console.log(`  ${digest}  ${name}  ${verdict}`);
        }
    }
}
for (const key of approved.keys()) {
    if (seen.has(key))
        continue;
    console.log(`MISSING on the engine: ${key}`);
    ++problems;
}
process.exitCode = problems ? 1 : 0;
