import type { FastifyInstance } from 'fastify';
import { createComment } from '../../features/comments/create-comment.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { type CommentProperties, commentFields, newCommentReader } from '../comments/comment.wire.ts';
import { described, fieldsSchema } from '../documentation.ts';
import { answer } from '../envelope.ts';
import { type Fields, wireNames } from '../fields.ts';
import { tellIgnoredFields } from '../ignored-fields.ts';
import { keptId } from '../wire-types.ts';
import { propertiesOf } from './xml-body.ts';
import { XML_TYPE, XmlEnvelope, xmlConfig, xmlEnvelope } from './xml-envelope.ts';

interface IssueCommentDTO extends CommentProperties {
  readonly authorId: number;
}

const fields = {
  ...commentFields,
  UserID: { property: 'authorId', type: keptId },
} as const satisfies Fields<IssueCommentDTO>;

const body = fieldsSchema(fields, {
  name: 'IssueCommentDTO',
  required: ['CommentText', 'IssueID'],
  example: { CommentText: 'It works again.', IssueID: 2304 },
});

const readComment = newCommentReader<IssueCommentDTO>(fields);

/** Comments on a case. Source: communifire-api.md section 3, the older XML services. */
export const commentService = (app: FastifyInstance): void => {
  resource(app, '/services/issuetrackerservice.svc/casecomment', {
    POST: {
      schema: described('CreateCommentByXml', { tag: 'XML', summary: 'Comment on a case', answer: XmlEnvelope }),
      config: { ...xmlConfig, fieldNames: wireNames<IssueCommentDTO>(fields), body },
      handler: async (request, reply) => {
        const comment = readComment(propertiesOf(request.body, 'IssueCommentDTO'), tellIgnoredFields(reply));
        const commentId = await createComment(contextOf(request), comment);
        return reply.type(XML_TYPE).send(xmlEnvelope(answer(commentId)));
      },
    },
  });
};
