// A proxy that lets every request through as it is, and compares every answer with the OpenAPI file. What is
// not as described is told in the header x-not-as-described, and counted.
//
//   node proxy.mjs http://127.0.0.1:8080 [PORT]
import http from 'node:http';
import { Contract } from './contract.mjs';

const longest_event_stream_ms = 300;

const whole = async (stream) => {
    const parts = [];
    for await (const part of stream) parts.push(part);
    return Buffer.concat(parts);
};

export async function described(server) {
    return new Contract(await (await fetch(`${server}/api/v1/openapi.json`)).json());
}

// `told` hears of each answer that is not as described.
export async function validating_proxy(server, contract, { port = 0, told = () => {} } = {}) {
    const { hostname, port: behind } = new URL(server);
    const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
    const proxy = http.createServer(async (request, response) => {
        const sent = await whole(request);
        const headers = { ...request.headers, 'accept-encoding': 'identity' };
        delete headers.connection;
        const passed = http.request({ agent, hostname, port: behind, method: request.method, path: request.url,
                                      headers });
        passed.on('error', (error) => response.writeHead(502, { 'x-not-as-described': error.code ?? 'error' }).end());
        passed.on('response', async (answer) => {
            // Events never end by themselves: their first moment is looked at.
            const is_events = answer.headers['content-type']?.startsWith('text/event-stream');
            if (is_events) setTimeout(() => answer.destroy(), longest_event_stream_ms);
            const body = await whole(answer).catch((error) => (is_events ? Buffer.alloc(0) : Promise.reject(error)));
            const wrong = contract.wrong(request.method, request.url.split('?')[0], answer.statusCode,
                                         answer.headers, body);
            if (wrong.length > 0) told(`${request.method} ${request.url}`, wrong);
            const seen = { ...answer.headers };
            for (const name of ['connection', 'keep-alive', 'transfer-encoding']) delete seen[name];
            if (wrong.length > 0) seen['x-not-as-described'] = encodeURIComponent(wrong.join('; ')).slice(0, 4000);
            response.writeHead(answer.statusCode, seen).end(body);
        });
        passed.end(sent);
    });
    await new Promise((done) => proxy.listen(port, '127.0.0.1', done));
    return { port: proxy.address().port, close: () => { proxy.close(); proxy.closeAllConnections(); agent.destroy(); } };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
    const [server, port] = process.argv.slice(2);
    const told = (what, wrong) => console.log(`${what}\n    ${wrong.join('\n    ')}`);
    const proxy = await validating_proxy(server, await described(server), { port: Number(port ?? 0), told });
    console.log(`http://127.0.0.1:${proxy.port}`);
}
