import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { operator } from '../../kernel/actor.ts';
import { DomainError, invalidField } from '../../kernel/errors.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { statusOf } from '../../platform/http/status.ts';
import { passwordFormFor, workspaceNameAtLeast } from './password-form.ts';
import { linkUnusable, passwordForm, passwordSet, passwordStyle } from './password-link.page.ts';
import { openPasswordLink, setPassword } from './set-password.ts';

/** The largest form, in bytes. */
const MAX_FORM_BYTES = 16 * 1024;

interface LinkPath {
  readonly token: string;
}

/** The page behind a link to set a password. It needs no script. */
export const passwordLinkRoutes = (app: FastifyInstance, platform: Platform): void => {
  const ctx = new Context(platform, operator('setup'));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    async (_request: unknown, body: string) => new URLSearchParams(body),
  );
  app.setErrorHandler(async (error: FastifyError | DomainError, request, reply) => {
    const status = error instanceof DomainError ? statusOf[error.kind] : (error.statusCode ?? 500);
    if (status >= 500) request.log.error({ err: error }, 'the password page failed');
    const reason = error instanceof DomainError ? error.message : 'The form is not valid.';
    return html(reply.code(status), linkUnusable(await workspaceNameAtLeast(ctx), reason));
  });
  app.get('/password/style.css', async (_request, reply) => reply.type('text/css').send(passwordStyle));
  app.get<{ Params: LinkPath }>('/password/:token', async ({ params }, reply) => {
    return html(reply, passwordForm(await passwordFormFor(ctx, { user: await openPasswordLink(ctx, params) })));
  });
  app.post<{ Params: LinkPath; Body: URLSearchParams | undefined }>('/password/:token', async (request, reply) => {
    const user = await openPasswordLink(ctx, request.params);
    const form = await passwordFormFor(ctx, { user, chosen: request.body?.get('workspace') });
    const problem = await problemOf(() => choosePassword(ctx, request.params.token, request.body));
    if (problem === undefined) return html(reply, passwordSet(await passwordFormFor(ctx, { user })));
    return html(reply.code(statusOf.invalid), passwordForm({ ...form, problem }));
  });
};

const choosePassword = async (ctx: Context, token: string, form = new URLSearchParams()): Promise<void> => {
  const password = form.get('password') ?? '';
  if (password !== form.get('repetition')) throw invalidField('password', 'must be the same both times');
  await setPassword(ctx, { token, password, workspaceName: form.get('workspace') ?? undefined });
};

/** What was wrong with the chosen password, as a sentence. */
const problemOf = async (work: () => Promise<void>): Promise<string | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    const [wrong] = error instanceof DomainError ? error.fields : [];
    if (wrong === undefined) throw error;
    return `The ${wrong.field} ${wrong.problem}.`;
  }
};

const html = (reply: FastifyReply, content: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .send(content);
