// A server of its own on the sample year, with its accounts: a token and a session of each role.
import { spawn, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

const cookie_name = '__Host-nennep';
const json = { 'x-nennep': '1', 'content-type': 'application/json' };
// Whoever manages accounts here signs in many times a minute, which codes of a second factor do not allow.
const settings = '[passwords]\nadministrators_need_second_factor = false\n';
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// One request as it is, without any tidying of what is asked for.
export function ask(port, { method = 'GET', path, headers = {}, body }) {
    return new Promise((done, failed) => {
        const started = performance.now();
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
        const request = http.request({ host: '127.0.0.1', port, method, path, agent: ask.agent,
                                       headers: { ...headers, ...length } });
        request.on('error', failed);
        request.on('response', async (response) => {
            try {
                const parts = [];
                for await (const part of response) parts.push(part);
                done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts),
                       ms: performance.now() - started });
            } catch (error) {
                failed(error);
            }
        });
        request.end(body);
    });
}
ask.agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

export class House {
    constructor(program, folder) {
        this.program = program;
        this.folder = join(folder, 'data');
        this.accounts = [];
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'settings.toml'), settings);
        this.environment = { ...process.env, NENNEP_CONFIG: join(folder, 'settings.toml') };
    }

    run(...words) {
        return execFileSync(this.program, [...words, '--data', this.folder],
                            { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
    }

    // Plays the sample year, and takes names and passwords from what the program says.
    async furnish() {
        const demo = spawn(this.program, ['demo', '--data', this.folder],
                           { env: this.environment, stdio: ['ignore', 'ignore', 'pipe'] });
        let said = '';
        for await (const part of demo.stderr) said += part;
        for (const [, name, password] of said.matchAll(/^ {2}(\S+) {2}(\S+-\S+-\S+-\S+) {2}/gm)) {
            const token = this.run('user', 'token', name, '--scope', 'read', '--scope', 'record', '--scope', 'import',
                                   '--days', '1').trim().split('\n')[0];
            this.accounts.push({ name, password, token });
        }
        if (this.accounts.length === 0) throw new Error(`no accounts in what the program said:\n${said}`);
        // A second administrator, since some changes wait for one; and three that may be changed by anybody.
        this.second = { name: 'quantri-2', password: 'vai-tro-thu-hai-cua-nguoi-quan-tri' };
        this.second.link = this.run('user', 'add', this.second.name, '--role', 'administrator@DUK').trim();
        this.spare = ['thu-1', 'thu-2', 'thu-3'];
        for (const name of this.spare) this.run('user', 'add', name, '--role', 'reporter@DUK');
    }

    async post(path, body, headers = json) {
        const answer = await ask(this.port, { method: 'POST', path: `/api/v1${path}`, headers, body });
        if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.body}`);
        return answer;
    }

    // What the sample year has none of: an import, and acts of two persons that wait for the second.
    async sow() {
        const secret = this.second.link.split('\n')[0].split(/[#=/]/).at(-1);
        await this.post('/session/first', JSON.stringify({ secret, name: this.second.name, password: this.second.password }));
        const [, office] = this.accounts;
        const cookie = await this.session(office);
        const person = (key) => ({ type: 'person.registered', subject: key, effective_on: '2020-05-02', data: {
            full_name: 'Ngô Văn Út', gender: 'male', birth_date: '1995-01-01', organisation: 'CQ-01-01' } });
        const admission = (key) => ({ type: 'member.admitted', subject: key, effective_on: '2020-05-19',
                                      data: { branch: 'CQ-01-01' } });
        for (let i = 0; i < 12; ++i) {
            const both = [person(`CHO-${i}`), admission(`CHO-${i}`)];
            await this.post('/events', JSON.stringify(both), { ...json, cookie });
        }
        for (const name of ['mot.jsonl', 'hai.jsonl']) {
            await this.post(`/imports?name=${name}`, JSON.stringify(person(`TEP-${name}`)),
                            { ...json, cookie, 'content-type': 'application/x-ndjson' });
        }
        this.accounts.push(this.second);
    }

    async serve() {
        this.server = spawn(this.program, ['serve', '--data', this.folder, '--listen', '127.0.0.1:0'],
                            { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
        this.server.on('exit', (code, signal) => { this.ended = `status ${code}, signal ${signal}`; });
        this.said = '';
        this.server.stderr.on('data', (part) => { this.said = (this.said + part).slice(-20_000); });
        for await (const part of this.server.stdout) {
            const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(part.toString());
            if (!address) continue;
            this.port = Number(address[1]);
            break;
        }
        if (!this.port) throw new Error(`the server did not start: ${this.said}`);
        this.server.stdout.resume();
    }

    async stop() {
        if (this.ended) return;
        this.server.kill('SIGTERM');
        await new Promise((done) => this.server.on('exit', done));
    }

    // Resident memory now and at most, in MB.
    memory() {
        const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
        const mb = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024);
        return { now: mb('VmRSS'), most: mb('VmHWM') };
    }

    // A session as a browser has it; made anew where the last one has ended. `undefined` while wrong passwords
    // make this account wait.
    async session(account) {
        if (account.cookie) {
            const { status } = await ask(this.port, { path: '/api/v1/session', headers: { cookie: account.cookie } });
            if (status === 200) return account.cookie;
        }
        const body = JSON.stringify({ name: account.name, password: account.password });
        let answer = { status: 503 };
        while (answer.status === 503) {     // others are signing in
            answer = await ask(this.port, { method: 'POST', path: '/api/v1/session', headers: json, body });
            if (answer.status === 503) await pause(500);
        }
        const secret = new RegExp(`${cookie_name}=([^;]+)`).exec(String(answer.headers['set-cookie']));
        account.cookie = secret ? `${cookie_name}=${secret[1]}` : undefined;
        return account.cookie;
    }
}
