import { createCasekeep } from '../../src/client/index.ts';

/** The API of the server that this page came from; the session's cookie says who asks. */
export const casekeep = createCasekeep({ baseUrl: '' });
