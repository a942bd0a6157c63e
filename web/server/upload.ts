import { CasekeepProblem } from '../../src/client/index.ts';

interface Upload {
  /** POST unless told. */
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly file: File;
  /** The same when it is tried again, so that a file is not there twice whose answer was lost; PUT needs none. */
  readonly idempotencyKey?: string;
  /** Hears how much has been sent, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file and tells how far that has come, which fetch cannot. Throws what the client throws. */
export const upload = ({ method = 'POST', path, file, idempotencyKey, onProgress, signal }: Upload): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open(method, path);
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    if (idempotencyKey !== undefined) request.setRequestHeader('idempotency-key', idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status < 400 ? resolve() : reject(refusalOf(request)));
    request.onerror = () => reject(new TypeError('The server could not be reached.'));
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });

const refusalOf = ({ status, statusText, responseText }: XMLHttpRequest): Error => {
  try {
    return new CasekeepProblem(JSON.parse(responseText), new Headers());
  } catch {
    return new Error(`${status} ${statusText}`);
  }
};
