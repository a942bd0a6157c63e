import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_BODY_BYTES } from '../../platform/http/body-text.ts';
import { refusal } from '../envelope.ts';
import { toldRefusal } from '../refuse.ts';
import { caseService } from './case-service.ts';
import { commentService } from './comment-service.ts';
import { NOT_XML, parseXmlBody } from './xml-body.ts';
import { XML_TYPE, xmlEnvelope } from './xml-envelope.ts';

const CONTENT_TYPES = ['application/xml', 'text/xml'];

/** The services of versions before 5.2, which speak XML. Source: communifire-api.md section 3, the older XML services. */
export const xmlRoutes = (app: FastifyInstance): void => {
  app.setErrorHandler(refuseInXml);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    CONTENT_TYPES,
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    async ({ headers }: FastifyRequest, bytes: Buffer) => parseXmlBody(bytes, headers['content-encoding']),
  );
  caseService(app);
  commentService(app);
};

const refuseInXml = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { status, message } = toldRefusal(error, request, { CONTENT_TYPE_UNSUPPORTED: NOT_XML });
  return reply
    .code(status)
    .type(XML_TYPE)
    .send(xmlEnvelope(refusal(message)));
};
