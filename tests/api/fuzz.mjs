// Asks every route of the OpenAPI file as every role, API_TRIES times (else 10), through the validating proxy.
//
//   node fuzz.mjs PROGRAM        API_SEED repeats a run; API_ONLY=people asks only routes whose path has this
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { House, ask } from './house.mjs';
import { described, validating_proxy } from './proxy.mjs';
import { as_curl, requests } from './requests.mjs';
import { Values, drawn_keys } from './values.mjs';

const tries = Number(process.env.API_TRIES ?? 10);
const seed = Number(process.env.API_SEED ?? Date.now() % 2 ** 31);
const longest_ms = 5000;
// Measured after some 60,000 requests: 445, nearly all of it by whole reports at once, and no more afterwards.
const growth_mb = 700;
const tries_until_success = 60;

// Routes that no try can bring to the end, and why; every other one has to succeed at least once, or the tries
// are not what they seem.
const never_succeed = {
    'POST /api/v1/session/first': 'needs the secret of an invitation, which is used before the tries',
    'PUT /api/v1/session/password': 'needs the old password; whoever signs in afterwards would not know the new one',
    'POST /api/v1/session/second-factor/confirm': 'needs a code of this minute',
    'DELETE /api/v1/session/second-factor': 'needs a second factor',
    'POST /api/v1/session/recovery-codes': 'needs a second factor',
    'DELETE /api/v1/accounts/{name}/second-factor': 'needs an account that has one',
};
const own_account = 'account';
// What ends sessions, shuts accounts and makes passwords wait is asked last, so that everybody is there before.
const order = ({ name, method, 'x-scope': scope }) =>
    (method === 'get' ? 0 : 1) + (scope === own_account ? 2 : 0) + (/accounts/.test(name) ? 4 : 0) +
    (/account-changes/.test(name) ? 6 : 0) + (/(POST|PUT) .*session(\/confirm|\/password)?$/.test(name) ? 16 : 0) +
    (/DELETE .*(session|tokens\/{id})$/.test(name) ? 32 : 0);
// A program is nobody: it confirms nothing, and has no session.
const needs_session = ({ path, method, 'x-scope': scope }) =>
    scope === own_account || (method !== 'get' && path.includes('/waiting/'));

console.log(`api: ${tries} tries a route a role, seed ${seed} (API_SEED=${seed} repeats them)`);
const folder = mkdtempSync(join(tmpdir(), 'nennep-api-'));
const house = new House(process.argv[2], folder);
const faults = [];
const counts = new Map();
let asked = 0;
let proxy;

async function credentials(account, operation) {
    if (!account) return {};
    if (account.token && !needs_session(operation)) return { authorization: `Bearer ${account.token}` };
    const cookie = await house.session(account);
    return cookie ? { cookie, 'x-nennep': '1' } : {};
}

// What took too long while everybody asked is asked again alone: it may have been the machine.
const slow = [];
async function ask_slow_again() {
    for (const { name, request } of slow.splice(0)) {
        const { ms } = await ask(proxy.port, request);
        if (ms > longest_ms) faults.push(`${name} took ${Math.round(ms)} ms\n    ${as_curl(house.port, request)}`);
    }
}

// Ids of imports, of what waits, of sessions …, as answers have told them.
const seen_ids = {};
function keep_ids({ path, method }, who, body) {
    const list = path.slice('/api/v1/'.length).split('/')[0];
    const told = { events: 'waiting', accounts: method === 'get' ? undefined : 'account-changes' };
    const of = list in told ? told[list] : list;
    if (!['imports', 'waiting', 'tokens', 'sessions', 'account-changes'].includes(of)) return;
    for (const [, id] of body.toString().matchAll(/"id":"?([0-9a-f-]+)"?/g)) {
        for (const place of [of, `${of} ${who}`]) (seen_ids[place] ??= new Set()).add(id);
    }
}
const latest = (place) => [...(seen_ids[place] ?? [])].slice(-20);
const ids_for = (who) => (list, own) => {
    const its_own = latest(`${list} ${who}`);
    return own && its_own.length > 0 ? its_own : latest(list);
};
// Who confirms, refuses or takes back needs something that still waits.
async function sow_for({ path, method }) {
    if (method === 'get' || !/\/(waiting|account-changes)\//.test(path)) return;
    for (const [list, ids] of Object.entries(await house.sow_acts())) seen_ids[list] = new Set(ids);
}

// Its own seed for each route and role: with one for all, the same few choices are made everywhere.
const seed_of = (name) => [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) | 0, seed);

// Throws what is wrong with the answer; else tells whether all went well.
async function succeeds(operation, account, made) {
    const request = { ...made, headers: { ...made.headers, ...(await credentials(account, operation)) } };
    asked += 1;
    const answer = await ask(proxy.port, request);
    const said = decodeURIComponent(answer.headers['x-not-as-described'] ?? '');
    const wrong = said ? [said] : [];
    if (answer.status >= 500) wrong.push(`status ${answer.status}`);
    if (answer.ms > longest_ms) slow.push({ name: operation.name, request });
    const is_fine = made.method === operation.method.toUpperCase() && answer.status < 300;
    if (made.method === operation.method.toUpperCase()) {
        const statuses = counts.get(operation.name) ?? {};
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        counts.set(operation.name, statuses);
    }
    if (is_fine) keep_ids(operation, account?.name, answer.body);
    if (wrong.length === 0) return is_fine;
    const is_text = /json|text/.test(answer.headers['content-type'] ?? '');
    const start = is_text ? answer.body.subarray(0, 600).toString() : `${answer.body.length} bytes`;
    throw new Error(`${wrong.join('; ')}\n    ${as_curl(house.port, request)}\n    ${start}`);
}

async function try_route(operation, { account, values }) {
    const who = account?.name ?? 'nobody';
    const holds = fc.asyncProperty(requests(operation, values, ids_for(who)),
                                   async (made) => { await succeeds(operation, account, made); });
    const run = await fc.check(holds, { seed: seed_of(operation.name + who), numRuns: tries });
    if (!run.failed) return;
    faults.push(`${operation.name} as ${who}: ${run.errorInstance?.message}`);
    console.log(`api: FAULT ${faults.at(-1)}`);
}

// Few tries may all have been refused: then everybody asks again, rightly, until one of them succeeds.
async function has_succeeded(operation, roles) {
    const statuses = Object.keys(counts.get(operation.name) ?? {});
    if (never_succeed[operation.name] || statuses.some((status) => Number(status) < 300)) return true;
    await sow_for(operation);
    const made = roles.map(({ account, values }) =>
        fc.sample(requests(operation, values, ids_for(account?.name), true), { seed, numRuns: tries_until_success }));
    for (let at = 0; at < tries_until_success; ++at) {
        for (const [i, { account }] of roles.entries()) {
            if (account && (await succeeds(operation, account, made[i][at]))) return true;
        }
    }
    return false;
}

async function journal() {
    for (const account of house.accounts.filter(({ token }) => token)) {
        const headers = { authorization: `Bearer ${account.token}` };
        const answer = await ask(house.port, { path: '/api/v1/store', headers });
        if (answer.status === 200) return JSON.parse(answer.body).journal.hash;
    }
    throw new Error('nobody can see where the journal stands');
}

async function try_all(contract, values_of) {
    const roles = [null, ...house.accounts].map((account) => ({ account, values: values_of(account) }));
    const wanted = contract.operations.filter(({ path }) => path.includes(process.env.API_ONLY ?? ''));
    wanted.sort((a, b) => order(a) - order(b));
    for (const operation of wanted) {
        const is_reading = operation.method === 'get';
        const before = await journal();
        const started = performance.now();
        await sow_for(operation);
        // Reading is done by all at once; what writes, one after another.
        if (is_reading) await Promise.all(roles.map((role) => try_route(operation, role)));
        else for (const role of roles) await try_route(operation, role);
        await ask_slow_again();
        if (!(await has_succeeded(operation, roles))) faults.push(`${operation.name} never succeeded`);
        if (is_reading && before !== (await journal())) faults.push(`${operation.name} changes the journal`);
        if (house.ended) throw new Error(`the server ended (${house.ended}): ${house.said}`);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const statuses = JSON.stringify(counts.get(operation.name) ?? {});
        console.log(`api: ${operation.name} ${statuses} ${seconds} s, ${house.memory().now} MB`);
    }
}

try {
    await house.furnish();
    await house.serve();
    const contract = await described(`http://127.0.0.1:${house.port}`);
    proxy = await validating_proxy(`http://127.0.0.1:${house.port}`, contract);
    await house.sow();
    for (const [list, ids] of Object.entries(await house.sow_acts())) seen_ids[list] = new Set(ids);
    const tokens = house.accounts.map(({ token }) => token).filter(Boolean);
    const keys = await drawn_keys(house.port, contract, tokens.slice(1));
    keys.accounts = house.spare;
    const before = house.memory();
    await try_all(contract, (account) => new Values(contract, keys, account ?? house.second));
    const after = house.memory();
    if (after.now > before.now + growth_mb) faults.push(`memory grew from ${before.now} to ${after.now} MB`);
    if ((await ask(house.port, { path: '/readyz' })).status !== 200) faults.push('the server is not ready any more');
    console.log(`api: ${asked} requests; memory ${before.now} MB before, ${after.now} MB after, ` +
                `${after.most} MB at most`);
} catch (error) {
    faults.push(error.stack);
} finally {
    proxy?.close();
    ask.agent.destroy();
    if (house.server) await house.stop();
    rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log(`api: ${fault}`);
console.log(faults.length === 0 ? 'api: as described' : `api: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
