import { describe, expect, it } from 'vitest';
import { isMailAddress, readMailAddress } from './mail-address.ts';
import { optionsFor } from './mailer.ts';
import { readSmtpServer, type SmtpServer } from './smtp-server.ts';

describe('the server for mail', () => {
  it.each([
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, secure: false, login: undefined }],
    ['smtps://mail.example.com/', { host: 'mail.example.com', port: 465, secure: true, login: undefined }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, login: undefined }],
    [
      'smtps://me%40example.com:p%3A%2Fss@mail.example.com:2465',
      {
        ...{ host: 'mail.example.com', port: 2465, secure: true },
        login: { user: 'me@example.com', password: 'p:/ss' },
      },
    ],
  ])('is read from %s', (url, server) => {
    expect(readSmtpServer(url)).toEqual(server);
  });

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp:///path',
    'smtp://me@mail.example.com',
    'smtp://:secret@mail.example.com',
    'smtp://me:%E0%A4%A@mail.example.com',
    'smtp://mail.example.com/path',
    'smtp://mail.example.com?pool=true',
    'smtp://mail.example.com:99999',
  ])('is not read from %s', (url) => {
    expect(readSmtpServer(url)).toBeUndefined();
  });

  it.each([
    ['smtps://mail.example.com', false, true],
    ['smtps://me:secret@mail.example.com', false, true],
    ['smtp://me:secret@mail.example.com', true, true],
    ['smtp://me:secret@127.evil.example', true, true],
    ['smtp://mail.example.com', false, false],
    ['smtp://me:secret@localhost', false, false],
    ['smtp://me:secret@127.0.0.1', false, false],
  ])('is told a password only when it has proved its name, or is this machine: %s', (url, requireTLS, isProved) => {
    const options = optionsFor(readSmtpServer(url) as SmtpServer);
    expect([options.requireTLS, options.tls?.rejectUnauthorized]).toEqual([requireTLS, isProved]);
  });
});

describe('addresses for mail', () => {
  it.each([
    ['help@example.com', '', 'help@example.com'],
    ['<help@example.com>', '', 'help@example.com'],
    ['Help Desk <help@example.com>', 'Help Desk', 'help@example.com'],
    ['"Help, Desk" <help@example.com>', 'Help, Desk', 'help@example.com'],
  ])('are read from %s', (text, name, address) => {
    expect(readMailAddress(text)).toEqual({ name, address });
  });

  it.each(['help', 'Help help@example.com', 'Help <help>', 'a@b, c@d', 'Help\n <a@b>', '<a@b> <c@d>'])(
    'are not read from %j',
    (text) => {
      expect(readMailAddress(text)).toBeUndefined();
    },
  );

  it.each([
    ['sara.lindqvist+casekeep@example.com', true],
    ['jürgen@bücher.example', true],
    ['a@b@c', false],
    ['a,b@example.com', false],
    ['"a b"@example.com', false],
    ['a@example.com\r\nBcc: b@example.com', false],
  ])('are judged: %j', (address, isOne) => {
    expect(isMailAddress(address)).toBe(isOne);
  });
});
