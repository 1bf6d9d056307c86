// Values for tries: those that fit what a schema or a parameter says, with keys of the sample year where keys
// are asked for, and those that fit nothing.
import fc from 'fast-check';
import { ask } from './house.mjs';

const days = ['2020-02-29', '2020-06-01', '2020-12-31', '2019-01-01', '2020-05-19', '2021-03-03'];
const moments = ['2020-06-01T00:00', '2030-01-01T00:00', '2021-01-20T17:00:00Z', '2026-01-31'];
const words = ['Nguyễn Thị Bình', 'Trần', 'Chi bộ Văn phòng', 'Kinh', 'Không', '12/12', 'Cử nhân', 'DUK',
               '71000001'];

export const odd_text = fc.oneof(
    fc.constantFrom('', ' ', '0', '-1', 'null', 'true', '1e400', '99999999999999999999', '2021-02-29', '29/02/2020',
                    '0000-00-00', '9999-12-31', '2020-13-01', "' OR 1=1 --", '"><script>', '../../etc/passwd', '%00',
                    '{"$ref":"#"}', 'N\u0000UL', 'a\r\nSet-Cookie: x=1', '\u202Egnaoh', '\uFEFF', 'Nguye\u0302\u0303n',
                    'ＮＧＵＹỄＮ', '👩‍👩‍👧‍👦', '\u1ED4'.normalize('NFD'), 'x'.repeat(300),
                    'ế'.repeat(5000), '*', '(', '\\'),
    fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 12 }));
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);
export const odd_value = fc.oneof(
    odd_text, fc.constantFrom(null, true, 0, -1, 2 ** 53, -1e300, 0.1, [], {}, [[]], [null], { a: { b: [] } }),
    fc.jsonValue({ maxDepth: 3 }));
// Bodies that are no JSON, or not such as anybody would send; sent as they are.
export const odd_body = fc.oneof(
    fc.constantFrom('', ' ', '{', '{}', '[]', '[{}]', 'null', '"', '0', '1e99999', nested(100), nested(5000),
                    '{"a":1,"a":2}', '{"a":\u0000}', '\uFEFF{}', '{"type":"member.admitted","type":1}',
                    `{"${'k'.repeat(70_000)}":1}`,
                    '[' + '{"type":"x"},'.repeat(2000) + '{}]', '\n\n\n', '#\n{}', '{"seq":1e400}')
        .map((t) => Buffer.from(t)),
    fc.constantFrom([0xff, 0xfe], [0x22, 0xc3, 0x28, 0x22], [0], [0xed, 0xa0, 0x80]).map((bytes) => Buffer.from(bytes)),
    fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)));

// Keys that exist, by the path of their list, drawn with the eyes of whoever sees it.
export async function drawn_keys(port, contract, tokens) {
    const keys = { organisation: ['DUK'], names: {}, values: {} };
    const get = async (path) => {
        for (const token of tokens) {
            const answer = await ask(port, { path: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } });
            if (answer.status === 200) return JSON.parse(answer.body);
        }
        return {};
    };
    for (const { key } of (await get('/organisations/DUK/children')).organisations ?? []) {
        keys.organisation.push(key);
        const below = (await get(`/organisations/${key}/children`)).organisations ?? [];
        keys.organisation.push(...below.slice(0, 3).map((each) => each.key));
    }
    for (const { path } of contract.operations.filter(({ responses }) =>
        responses[200]?.content?.['application/json']?.schema?.$ref?.endsWith('/list'))) {
        const list = path.slice('/api/v1/'.length);
        const { rows = [] } = await get(`/${list}?org=DUK&limit=40&on=2020-12-31`);
        keys[list] = rows.map(({ key }) => key);
        const plain = Object.entries(rows[0] ?? {}).filter(([name]) => name !== 'key');
        keys.names[list] = plain.map(([name]) => name);
        const texts = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string');
        keys.values[list] = texts.slice(0, 200);
    }
    keys.figures = ((await get('/figures')).figures ?? []).map(({ name }) => name);
    return keys;
}

const of_kind = { organisation: 'organisation', branch: 'organisation', person: 'people', people: 'people',
                  congress: 'congresses', figure: 'figures', organisation_or_person: 'organisation' };
const lists_of = { person: 'people', class: 'classes', congress: 'congresses', committee: 'committees',
                   activity: 'activities', mass_organisation: 'mass_organisations', organisation: 'organisation' };

export class Values {
    // `account`: whose name and password let somebody in.
    constructor(contract, keys, account) {
        this.contract = contract;
        this.keys = keys;
        this.account = account;
        this.made = new Map();
    }

    key(list) {
        const known = this.keys[list] ?? [];
        return known.length > 0 ? fc.constantFrom(...known) : fc.constantFrom(...this.keys.organisation);
    }
    any_key() {
        return fc.constantFrom(...Object.values(this.keys).filter(Array.isArray).flatMap((keys) => keys.slice(0, 10)));
    }

    known_subject() {
        return fc.constantFrom(...Object.entries(lists_of))
            .chain(([type, list]) => this.key(list).map((key) => [['subject_type', type], ['key', key]]));
    }

    // What fits a parameter of the query.
    parameter(operation, { name, schema }) {
        const list = operation.path.slice('/api/v1/'.length).split('/')[0];
        const traits = this.keys.names[list === 'statistics' ? 'people' : list] ?? [];
        if (schema.enum) return fc.constantFrom(...schema.enum);
        if (name === 'org') return this.key('organisation');
        if (name === 'as_known') return fc.constantFrom(...moments);
        if (schema.format === 'date') return fc.constantFrom(...days);
        if (name === 'year') return fc.constantFrom('2020', '2019', '2021');
        if (schema.type === 'integer') return fc.constantFrom('1', '5', '50');
        if (name === 'subject_type') return fc.constantFrom(...Object.keys(lists_of), 'directive', 'meeting', 'task');
        if (name === 'key') return this.any_key();
        if (name === 'names') return fc.constantFrom(...this.keys.figures);
        if (name === 'document') return this.key('directives');
        if (['sort', 'rows', 'columns', 'layers', 'facets'].includes(name) && traits.length > 0) {
            return fc.constantFrom(...traits, ...(name === 'sort' ? traits.map((trait) => `-${trait}`) : []));
        }
        return fc.constantFrom(...words);
    }

    filter(operation) {
        const list = operation.path.slice('/api/v1/'.length).split('/')[0];
        const from = list === 'statistics' ? 'people' : list;
        return fc.tuple(fc.constantFrom(...(this.keys.names[from]?.length ? this.keys.names[from] : ['name'])),
                        fc.oneof(fc.constantFrom(...(this.keys.values[from]?.length ? this.keys.values[from] : words)),
                                 fc.constantFrom('2020-01-01..2020-12-31', '..5', '1..', 'yes', 'no', '')));
    }

    // Fields of accounts, whose schema says no more than that they are texts.
    named(name) {
        if (name === 'password') return fc.constantFrom(this.account.password, ...words.slice(0, 2));
        if (name === 'name') return fc.oneof(fc.constant(this.account.name), fc.nat(9999).map((n) => `moi-${n}`));
        if (name === 'role') return fc.constantFrom('reporter', 'member', 'secretary', 'office');
        return name === 'organisation' ? this.key('organisation') : undefined;
    }

    // What fits a schema of the OpenAPI file.
    of(schema) {
        if (schema.$ref) {
            if (!this.made.has(schema.$ref)) this.made.set(schema.$ref, this.of(this.contract.resolved(schema)));
            return this.made.get(schema.$ref);
        }
        if (schema.oneOf) return fc.oneof(...schema.oneOf.map((each) => this.of(each)));
        if ('const' in schema) return fc.constant(schema.const);
        if (schema.enum) return fc.constantFrom(...schema.enum);
        const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
        if (type === 'object') return this.object(schema);
        if (type === 'array') {
            const item = schema['x-kind'] === 'people' ? this.key('people') : this.of(schema.items ?? {});
            return fc.array(item, { minLength: schema.minItems ?? 0, maxLength: 3 });
        }
        if (type === 'boolean') return fc.boolean();
        if (type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 2030 });
        if (type === 'number') return fc.constantFrom(0, 1, 7.5, 100);
        return this.text(schema);
    }

    text(schema) {
        if (schema.format === 'date') return fc.constantFrom(...days);
        if (schema.pattern === '^[0-9]{4}-[0-9]{2}$') return fc.constantFrom('2020-01', '2020-12');
        const list = of_kind[schema['x-kind']];
        return list ? this.key(list) : fc.constantFrom(...words);
    }

    object(schema) {
        const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [
            name, (field.maxLength && this.named(name)) || this.of(field)]);
        const made = Object.fromEntries(fields);
        if (schema['x-subject']) {
            const fresh = fc.nat(1_000_000).map((n) => `THU-${n}`);
            const known = this.key(lists_of[schema['x-subject']] ?? `${schema['x-subject']}s`);
            made.subject = schema['x-opens'] ? fresh : known;
            made.id = fc.uuid();
        }
        return fc.record(made, { requiredKeys: schema.required ?? [] });
    }

    // Events that the sample year allows, beside those whose fields are drawn one by one.
    likely_events() {
        return fc.tuple(fc.nat(1_000_000), this.key('people'), this.key('organisation'), fc.constantFrom(...days))
            .map(([n, person, organisation, day]) => [
                { type: 'person.registered', subject: `MOI-${n}`, effective_on: '2020-05-02', data: {
                    full_name: 'Ngô Văn Út', gender: 'male', birth_date: '1995-01-01', organisation } },
                { type: 'member.admitted', subject: `MOI-${n}`, effective_on: '2020-05-19',
                  data: { branch: organisation } },
                { type: 'person.corrected', subject: person, effective_on: day, data: { occupation: 'Viên chức' } },
            ])
            .chain((all) => fc.constantFrom(all.slice(0, 1), all.slice(0, 2), all.slice(2)));
    }

    // The same with something in it changed: left out, added, of another kind.
    spoilt(schema) {
        return fc.tuple(this.of(schema), fc.nat(1000), fc.constantFrom('drop', 'add', 'change'), odd_value, odd_text)
            .map(([value, at, how, other, name]) => {
                const copy = structuredClone(value);
                const places = [];
                const visit = (inside) => {
                    if (inside === null || typeof inside !== 'object') return;
                    for (const key of Object.keys(inside)) {
                        places.push([inside, key]);
                        visit(inside[key]);
                    }
                };
                visit(copy);
                if (places.length === 0) return other;
                const [inside, key] = places[at % places.length];
                if (how === 'drop') delete inside[key];
                else if (how === 'add' && !Array.isArray(inside)) inside[name] = other;
                else inside[key] = other;
                return copy;
            });
    }
}
