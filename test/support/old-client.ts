/** An object as it came: the client renders and splits it without looking. */
export type Item = Readonly<Record<string, never>>;

/**
 * A client written for the old product, with its manners: it builds sloppy URLs, spells names in any way, shows its key
 * here in a header and there in the URL, sends an Authorization of its portal along, and checks nothing before it uses
 * it. It knows nothing but communifire-api.md.
 */
export class OldClient {
  readonly #baseUrl: string;
  #key = '';
  #requests = 0;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Whether there is a portal at the address. */
  async ping(): Promise<boolean> {
    return (await fetch(`${this.#baseUrl}/ping-do-not-delete.ico`)).status === 200;
  }

  /** Signs in; the name is read back from the key. */
  async signIn(userName: string, password: string): Promise<string> {
    this.#key = await this.#call('PUT', '/api/users/token', { UserName: userName, Password: password });
    return Buffer.from(this.#key, 'base64').toString().split(':')[0] ?? '';
  }

  /** Reads what is in the envelope. */
  get<T = Item>(path: string): Promise<T> {
    return this.#call<T>('GET', path);
  }

  list(path: string): Promise<Item[]> {
    return this.#call<Item[]>('GET', path);
  }

  /** Reads what comes without an envelope. */
  async bare<T = Item>(path: string): Promise<T> {
    return JSON.parse(await (await this.#send('GET', path)).text()) as T;
  }

  post<T = number>(path: string, body?: unknown): Promise<T> {
    return this.#call<T>('POST', path, body);
  }

  put<T = number>(path: string, body: unknown): Promise<T> {
    return this.#call<T>('PUT', path, body);
  }

  /** Uploads one file, in a part that is called like it. */
  async upload(path: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
    const form = new FormData();
    form.append(name, new Blob([content]), name);
    await this.#call('POST', path, form);
  }

  /** Fetches a file as an `<img>` tag does: without a key. */
  async image({ MediaServerRootURL, FileName }: Item): Promise<{ type: string | null; content: Buffer }> {
    const response = await fetch(`${MediaServerRootURL}/${FileName}`);
    if (response.status !== 200) throw new Error(`The image is not there: ${response.status}`);
    return { type: response.headers.get('content-type'), content: Buffer.from(await response.arrayBuffer()) };
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const envelope = JSON.parse(await (await this.#send(method, path, body)).text()) as {
      IsError: boolean;
      ResponseMessage: string;
      ResponseData: T;
    };
    if (envelope.IsError) throw new Error(`${method} ${path}: ${envelope.ResponseMessage}`);
    return envelope.ResponseData;
  }

  /** Every third request has its key in the URL, behind an `&` whether there was a `?` or not. */
  #send(method: string, path: string, body?: unknown): Promise<Response> {
    this.#requests += 1;
    const inUrl = this.#requests % 3 === 0 && this.#key !== '';
    const key = encodeURIComponent(this.#key);
    const target = inUrl ? `${path}&${this.#requests % 2 === 0 ? 'token' : 'Rest-Api-Key'}=${key}` : path;
    const isForm = body === undefined || body instanceof FormData;
    const type = this.#requests % 2 === 0 ? 'application/json' : 'application/json; charset=utf-8';
    return fetch(`${this.#baseUrl}${target}`, {
      method,
      headers: {
        Authorization: 'Basic cG9ydGFsXHVzZXI6cGFzc3dvcmQ=',
        ...(inUrl || this.#key === '' ? {} : { 'Rest-Api-Key': this.#key }),
        ...(isForm ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  }
}
