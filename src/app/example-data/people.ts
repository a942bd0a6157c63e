import type { ExamplePerson } from './example-types.ts';

const person = (
  id: number,
  [firstName, lastName]: readonly [string, string],
  timeZone: string,
  username = `${firstName}.${lastName}`.toLowerCase(),
): ExamplePerson => ({
  id,
  username,
  firstName,
  lastName,
  displayName: `${firstName} ${lastName}`,
  email: `${username}@example.com`,
  role: username === 'admin' ? 'administrator' : 'member',
  timeZone,
});

export const people: readonly ExamplePerson[] = [
  person(1, ['Alex', 'Morgan'], 'Europe/Berlin', 'admin'),
  person(2, ['Sara', 'Lindqvist'], 'Europe/Stockholm'),
  person(3, ['Jonas', 'Weber'], 'Europe/Berlin'),
  person(4, ['Priya', 'Raman'], 'Asia/Kolkata'),
  person(5, ['Diego', 'Fuentes'], 'Europe/Madrid'),
  person(6, ['Yuki', 'Tanaka'], 'Asia/Tokyo'),
  person(7, ['Omar', 'Haddad'], 'Africa/Cairo'),
  person(8, ['Claire', 'Dubois'], 'Europe/Paris'),
];
