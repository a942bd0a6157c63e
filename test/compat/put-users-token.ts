import { read, refused } from './protocol/envelope.ts';
import { type Call, noKey } from './protocol/exchange.ts';
import { textWith } from './protocol/matchers.ts';
import { aUser } from './protocol/shapes.ts';

const request = 'PUT /api/users/token';
const headers = noKey;

/** Section 3, session and people: signing in with a password. */
export const putUsersToken: Call = {
  call: 'PUT /api/users/token',
  exchanges: [
    {
      name: 'a name and its password are worth a key: base64 of name and UUID',
      covers: ['shape of a key'],
      against: 'our server',
      request,
      headers,
      body: { UserName: '{signInName}', Password: '{password}' },
      status: 200,
      answer: read(textWith(/^[A-Za-z\d+/]{40,}={0,2}$/u)),
      keep: { issuedKey: 'ResponseData' },
    },
    {
      name: 'the key is one of the person who signed in',
      against: 'our server',
      request: 'GET /api/users/me',
      headers: { 'Rest-Api-Key': '{issuedKey}' },
      status: 200,
      answer: { ...aUser, UserName: '{signInName}' },
    },
    {
      name: 'names of properties in any case, the body in a string',
      covers: ['stringified bodies', 'property names'],
      against: 'our server',
      request,
      headers,
      text: String.raw`"{\"username\": \"{signInName}\", \"PASSWORD\": \"{password}\"}"`,
      status: 200,
      answer: read(textWith(/^[A-Za-z\d+/]{40,}={0,2}$/u)),
    },
    {
      name: 'a wrong password is refused',
      covers: ['error 401', 'errors'],
      against: 'our server',
      request,
      headers,
      body: { UserName: '{signInName}', Password: 'wrong' },
      status: 401,
      answer: refused(/password/iu),
    },
    {
      name: 'an unknown name is refused in the same words',
      against: 'our server',
      request,
      headers,
      body: { UserName: 'nobody.at.all', Password: '{password}' },
      status: 401,
      answer: refused(/password/iu),
    },
    {
      name: 'without a password the sentence names what is missing',
      covers: ['error 400'],
      against: 'any server',
      request,
      headers,
      body: { UserName: 'nobody.at.all' },
      status: 400,
      answer: refused(/Password/u),
    },
    {
      name: 'who tries too often has to wait',
      covers: ['error 429'],
      against: 'our server',
      request,
      headers,
      body: { UserName: 'nobody.at.all' },
      times: 30,
      status: 429,
      answer: refused(/again/u),
    },
  ],
};
