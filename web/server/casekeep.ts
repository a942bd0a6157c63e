import { createCasekeep } from '../../src/client/index.ts';
import { attentiveFetch } from './connection.ts';

/** The API of the server that this page came from; the session's cookie says who asks. */
export const casekeep = createCasekeep({ baseUrl: '', fetch: attentiveFetch });
