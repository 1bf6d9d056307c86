// What the OpenAPI file promises about an answer: its status, its content type, its schema.
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const pointer = (...parts) => parts.map((part) => '/' + part.replaceAll('~', '~0').replaceAll('/', '~1')).join('');

// JSON.parse takes an object that says one name twice, and keeps the last; other readers keep the first.
function names_said_twice(text) {
    const open = [];
    const twice = new Set();
    for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
        if (token === '{') open.push(new Set());
        else if (token === '[') open.push(null);
        else if (token === '}' || token === ']') open.pop();
        else if (open.at(-1) && text[index + token.length] === ':') {
            if (open.at(-1).has(token)) twice.add(token);
            open.at(-1).add(token);
        }
    }
    return [...twice];
}

export class Contract {
    constructor(file) {
        this.file = file;
        this.ajv = new Ajv({ strict: false, allErrors: true });
        formats(this.ajv);
        this.ajv.addSchema(file, 'openapi.json');
        this.compiled = new Map();
        this.operations = Object.entries(file.paths).flatMap(([path, operations]) =>
            methods.filter((method) => operations[method]).map((method) => ({
                ...operations[method], method, path, at: pointer('paths', path, method),
                name: `${method.toUpperCase()} ${path}`,
            })));
    }

    resolved(schema) {
        return schema.$ref ? this.resolved(this.place(schema.$ref)) : schema;
    }

    // A path that is written out goes before one with a part in braces, as in the server.
    operation(method, pathname) {
        const parts = pathname.split('/');
        const fits = ({ path }) => {
            const pattern = path.split('/');
            return pattern.length === parts.length &&
                pattern.every((part, at) => part === parts[at] || (part.startsWith('{') && parts[at] !== ''));
        };
        const found = this.operations.filter(fits);
        const braces = ({ path }) => path.split('{').length;
        const least = Math.min(...found.map(braces));
        const nearest = found.filter((each) => braces(each) === least);
        return { operation: nearest.find((each) => each.method === method), is_path: nearest.length > 0 };
    }

    // Everything in which an answer is not as described; an empty list when it is.
    wrong(method, pathname, status, headers, body) {
        const head = method.toUpperCase() === 'HEAD';
        const { operation } = this.operation(head ? 'get' : method.toLowerCase(), pathname);
        const wrong = [];
        if (headers['x-content-type-options'] !== 'nosniff') wrong.push('X-Content-Type-Options is not nosniff');
        if (!headers['cache-control']) wrong.push('no Cache-Control');
        let at = '#/components/responses/problem';
        if (operation) {
            const key = operation.responses[status] ? String(status) : 'default';
            at = operation.responses[key].$ref ?? `#${operation.at}${pointer('responses', key)}`;
            if (key === 'default' && status < 400) wrong.push(`status ${status} is not described`);
        } else if (status < 400) {
            wrong.push(`status ${status} from what is not described`);
        }
        const content = this.place(at).content ?? {};
        if (head || status === 204) {
            if (body.length > 0) wrong.push(`${body.length} bytes after ${head ? 'HEAD' : status}`);
            if (status === 204 && Object.keys(content).length > 0) wrong.push('204 described with content');
            return wrong;
        }
        const type = (headers['content-type'] ?? '').split(';')[0];
        if (!content[type]) return [...wrong, `status ${status} with content type “${type}” is not described`];
        return [...wrong, ...this.wrong_content(`${at}${pointer('content', type)}/schema`, type, status, body)];
    }

    place(at) {
        return at.slice(2).split('/').reduce((seen, part) =>
            seen[part.replaceAll('~1', '/').replaceAll('~0', '~')], this.file);
    }

    wrong_content(at, type, status, body) {
        const begins = { 'application/pdf': '%PDF-',
                         'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'PK',
                         'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'PK' };
        if (begins[type]) return body.subarray(0, 5).toString().startsWith(begins[type]) ? [] : [`no ${type}`];
        if (type === 'application/octet-stream') return [];
        let text;
        try {
            text = new TextDecoder('utf-8', { fatal: true }).decode(body);
        } catch {
            return ['not UTF-8'];
        }
        if (!type.endsWith('json')) return [];
        let value;
        try {
            value = JSON.parse(text);
        } catch (error) {
            return [`no JSON: ${error.message}`];
        }
        const said = type === 'application/problem+json' && value.status !== status ? ['status in the problem differs'] : [];
        const twice = names_said_twice(text).map((name) => `an object says ${name} twice`);
        return [...said, ...twice, ...this.wrong_value(at, value)];
    }

    wrong_value(at, value) {
        if (!this.compiled.has(at)) this.compiled.set(at, this.ajv.compile({ $ref: `openapi.json${encodeURI(at)}` }));
        const check = this.compiled.get(at);
        return check(value) ? [] : check.errors.slice(0, 5).map((e) => `${e.instancePath || '/'} ${e.message}`);
    }
}
