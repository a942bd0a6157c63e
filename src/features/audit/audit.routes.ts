import type { FastifyInstance } from 'fastify';
import { reading } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { AuditPage, AuditQuery, presentAuditPage, readAuditQuery } from './audit.wire.ts';
import { browseAudit } from './browse-audit.ts';

/** What administrators may have to find out about, in the new API. */
export const auditRoutes = (app: FastifyInstance): void => {
  resource(app, '/audit', {
    GET: reading({
      id: 'listAuditEntries',
      ...{ tag: 'Audit', summary: 'Read who signed in and who changed people, keys and configuration' },
      ...{ query: AuditQuery, answer: AuditPage, refusals: ['RIGHT_MISSING'] },
      description: `The newest first. Changes of people, keys and configuration are kept for good, whichever way they came
in; who signed in, who tried to, and from where, for 90 days. Of a name that nobody has, only the beginning is kept.`,
      handler: async ({ ctx, query }) => {
        const limit = query.limit + 1;
        return presentAuditPage(await browseAudit(ctx, { ...readAuditQuery(query), limit }), query.limit);
      },
    }),
  });
};
