import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const PROGRAM = createRequire(import.meta.url).resolve(
  'yaml-language-server/bin/yaml-language-server',
);

interface Rpc {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
}

export interface Position {
  line: number;
  character: number;
}

/** The YAML language server as an editor drives it: JSON-RPC over stdio. */
export interface LanguageServer {
  open(uri: string, text: string): void;
  /** The messages of the file's diagnostics, once there are any. */
  diagnostics(uri: string): Promise<string[]>;
  /** The labels offered there. */
  completion(uri: string, position: Position): Promise<string[]>;
  /** The text shown there; empty where there is none. */
  hover(uri: string, position: Position): Promise<string>;
  stop(): void;
}

/** Nothing is looked up in the net: what the server knows, it has from the file's schema line. */
const SETTINGS: Record<string, unknown> = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false, url: '' },
    schemas: {},
  },
};

/** Starts the server and introduces itself. */
export async function startLanguageServer(root: string): Promise<LanguageServer> {
  const server = spawn('node', [PROGRAM, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = new Map<number, (result: unknown) => void>();
  const told = new Map<string, (messages: string[]) => void>();
  let held: Buffer = Buffer.alloc(0);
  let last = 0;

  function send(rpc: Rpc & Record<string, unknown>): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...rpc });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  function request<Result>(method: string, params: Rpc['params'] = {}): Promise<Result> {
    last += 1;
    const id = last;
    send({ id, method, params });
    return new Promise((resolve) => answers.set(id, resolve as (result: unknown) => void));
  }

  function receive({ id, method, params, result }: Rpc): void {
    if (method === undefined) answers.get(id!)?.(result);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: { message: string }[] };
      if (diagnostics.length > 0) told.get(uri)?.(diagnostics.map(({ message }) => message));
    } else if (id !== undefined) send({ id, result: answerTo(method, params) });
  }

  function answerTo(method: string, params: Rpc['params']): unknown {
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { items: { section: string }[] };
    return items.map(({ section }) => SETTINGS[section] ?? null);
  }

  server.stdout.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let head = held.indexOf('\r\n\r\n'); head >= 0; head = held.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/i.exec(held.toString('ascii', 0, head))![1]);
      const end = head + 4 + length;
      if (held.length < end) return;
      const body = held.toString('utf8', head + 4, end);
      held = held.subarray(end);
      receive(JSON.parse(body));
    }
  });

  await request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'plans' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { completion: {}, hover: { contentFormat: ['markdown'] } },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: SETTINGS } });

  return {
    open: (uri, text) =>
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
      }),
    diagnostics: (uri) => new Promise((resolve) => told.set(uri, resolve)),
    async completion(uri, position) {
      const params = { textDocument: { uri }, position };
      const found = await request<{ items: { label: string }[] }>(
        'textDocument/completion',
        params,
      );
      return found.items.map(({ label }) => label);
    },
    async hover(uri, position) {
      const params = { textDocument: { uri }, position };
      const found = await request<{ contents: { value: string } } | null>(
        'textDocument/hover',
        params,
      );
      return found?.contents.value ?? '';
    },
    stop: () => void server.kill(),
  };
}
