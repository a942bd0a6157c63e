import type { FastifyInstance } from 'fastify';
import { createCase } from '../../features/cases/create-case.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { createFields, type NewCaseProperties } from '../cases/case.wire.ts';
import { described, fieldsSchema } from '../documentation.ts';
import { written } from '../envelope.ts';
import { bodyReader, type Fields, wireNames } from '../fields.ts';
import { tellIgnoredFields } from '../ignored-fields.ts';
import { flag, instant } from '../wire-types.ts';
import { propertiesOf } from './xml-body.ts';
import { XML_TYPE, XmlEnvelope, xmlConfig, xmlEnvelope } from './xml-envelope.ts';

interface IssueDTO extends NewCaseProperties {
  /** Tasks are not a kind of their own here: every case is one. */
  readonly isTaskItem: boolean;
  readonly createdAt: number;
}

const fields = {
  ...createFields,
  IsTaskItem: { property: 'isTaskItem', type: flag },
  DateCreated: { property: 'createdAt', type: instant },
} as const satisfies Fields<IssueDTO>;

const body = fieldsSchema(fields, {
  name: 'IssueDTO',
  required: ['IssueTitle', 'SpaceID', 'ProjectID'],
  example: { IssueTitle: 'Unable to load the page.', SpaceID: 1, ProjectID: 1 },
});

const readFields = bodyReader<IssueDTO>(fields);

/** Creates a case. Source: communifire-api.md section 3, the older XML services. */
export const caseService = (app: FastifyInstance): void => {
  resource(app, '/services/issuetrackerservice.svc/case', {
    POST: {
      schema: described('CreateCaseByXml', { tag: 'XML', summary: 'Create a case', answer: XmlEnvelope }),
      config: { ...xmlConfig, fieldNames: wireNames<IssueDTO>(fields), body },
      handler: async (request, reply) => {
        const ctx = contextOf(request);
        const { values } = readFields(propertiesOf(request.body, 'IssueDTO'), tellIgnoredFields(reply));
        const { isTaskItem: _, createdAt, ...properties } = values;
        const caseId = await createCase(ctx, { properties, ...(createdAt === undefined ? {} : { createdAt }) });
        return reply.type(XML_TYPE).send(xmlEnvelope(written(caseId)));
      },
    },
  });
};
