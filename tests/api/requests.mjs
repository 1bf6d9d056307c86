// Requests for one route: some that are right in every part, and some that are wrong in some.
import fc from 'fast-check';
import { odd_body, odd_text } from './values.mjs';

const json = 'application/json';
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const encode = (text) => encodeURIComponent(text.toWellFormed?.() ?? text.replace(/[\ud800-\udfff]/g, '\ufffd'));
// `seldom` `weight` times in 16.
const rarely = (usual, seldom, weight) =>
    fc.oneof({ weight: 16 - weight, arbitrary: usual }, { weight, arbitrary: seldom });

function path_value(operation, name, values, ids) {
    // Under names of one's own choosing.
    if (operation.path.includes('/session/kept/')) return fc.constantFrom('filters.people', 'columns.people', 'density');
    const list = operation.path.slice('/api/v1/'.length).split('/')[0];
    if (name === 'id') {
        // Seen so far, when the request is made: by whoever asks, or by anybody.
        return fc.tuple(fc.boolean(), fc.nat(50)).map(([own, at]) => {
            const seen = ids(list, own);
            return seen.length > 0 ? seen[at % seen.length] : '1';
        });
    }
    if (list === 'accounts') return values.key(list);
    return values.key(list === 'organisations' ? 'organisation' : list);
}

function path(operation, values, ids, wrong) {
    const parts = operation.parameters.filter((parameter) => parameter.in === 'path');
    const foreign = fc.oneof(values.any_key(), odd_text);
    return fc.tuple(...parts.map(({ name }) => rarely(path_value(operation, name, values, ids), foreign, 6 * wrong)))
        .map((chosen) => parts.reduce((at, { name }, i) => at.replace(`{${name}}`, encode(chosen[i])), operation.path));
}

// Pairs of name and value, in any order, as they stand after the "?".
function query(operation, values, wrong) {
    const asked = operation.parameters.filter((parameter) => parameter.in === 'query');
    const known = asked.filter(({ schema }) => !schema.additionalProperties);
    const takes_filters = known.length < asked.length;
    // A parameter that asks for much is asked for seldom: a file, or what was known long ago.
    const share = (name, required) => (required ? 16 - wrong : ['format', 'as_known', 'annex'].includes(name) ? 2 : 5);
    const pair = ({ name, schema, required }) => {
        const item = { name, schema: schema.items ?? schema };
        const one = rarely(values.parameter(operation, item), odd_text, 5 * wrong).map((value) => [[name, value]]);
        const twice = one.map(([each]) => [each, each]);
        const given = rarely(one, twice, schema.items ? 4 : wrong);
        const weight = share(name, required);
        return fc.oneof({ weight, arbitrary: given }, { weight: 16 - weight, arbitrary: fc.constant([]) });
    };
    const filters = takes_filters ? fc.array(values.filter(operation), { maxLength: 2 }) : fc.constant([]);
    const more = fc.array(fc.tuple(odd_text, odd_text), { maxLength: 1 });
    // Two that do not fit each other are one of the mistakes: a year and two days, a key and another kind.
    const period = (pairs) => (wrong || !pairs.some(([name]) => name === 'year')
        ? pairs : pairs.filter(([name]) => name !== 'from' && name !== 'to'));
    // Without an organisation the list of figures takes nothing.
    const complete = (pairs) => (wrong || operation.operationId !== 'figures.all'
        || ['org', 'year'].every((needed) => pairs.some(([name]) => name === needed)) ? pairs : []);
    const pairs = wrong || operation.operationId !== 'events.history'
        ? fc.tuple(...known.map(pair)).map((all) => all.flat()) : values.known_subject();
    return fc.tuple(filters, wrong ? rarely(fc.constant([]), more, 3) : fc.constant([]), pairs)
        .map((all) => complete(period(all.flat())).map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'));
}

function body(operation, values, wrong) {
    const described = operation.requestBody?.content;
    if (!described) return wrong ? rarely(fc.constant(undefined), odd_body, 2) : fc.constant(undefined);
    if (described['application/x-ndjson']) {
        const line = values.of({ $ref: '#/components/schemas/event' }).map((event) => JSON.stringify(event));
        const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => Buffer.from(all.join('\n') + '\n'));
        return wrong ? fc.oneof(lines, odd_body) : lines;
    }
    const { schema } = described[json];
    const sent = (value) => Buffer.from(JSON.stringify(value));
    const right = (operation.operationId === 'events.record' ? fc.oneof(values.of(schema), values.likely_events())
                                                            : values.of(schema)).map(sent);
    return wrong ? fc.oneof(right, values.spoilt(schema).map(sent), odd_body) : right;
}

function headers(operation, wrong) {
    const sent = {};
    if (operation.requestBody) {
        const type = Object.keys(operation.requestBody.content)[0];
        const other = fc.constantFrom('text/plain', 'x', `${json};charset=x`);
        sent['content-type'] = rarely(fc.constant(type), other, 2 * wrong);
    }
    const key_used_before_or_long = fc.constantFrom('k', 'k'.repeat(200));
    if (operation.method === 'post') sent['idempotency-key'] = rarely(fc.uuid(), key_used_before_or_long, 4 * wrong);
    sent['accept-language'] = fc.constantFrom('vi', 'en', 'en-GB,en;q=0.8', 'fr', '');
    return fc.record(sent, { requiredKeys: ['content-type'].filter((name) => sent[name]) });
}

// `ids(list, own)`: those that whoever asks, or anybody, has seen so far.
export function requests(operation, values, ids, are_right = false) {
    const method = operation.method.toUpperCase();
    const made = (wrong) => fc.record({
        method: rarely(fc.constant(method), fc.constantFrom(...methods), wrong),
        path: fc.tuple(path(operation, values, ids, wrong), query(operation, values, wrong))
            .map(([at, asked]) => (asked === '' ? at : `${at}?${asked}`)),
        headers: headers(operation, wrong),
        body: body(operation, values, wrong),
    });
    return are_right ? made(0) : fc.oneof(made(0), made(1));
}

// As somebody would type it to see the same.
export function as_curl(port, { method, path: at, headers: sent, body: bytes }) {
    const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
    const shown = Object.entries(sent).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
    const data = bytes === undefined ? [] : [`--data-binary @<(base64 -d <<<${bytes.toString('base64')})`];
    return ['curl -i', '-X', method, ...shown, ...data, quoted(`http://127.0.0.1:${port}${at}`)].join(' ');
}
