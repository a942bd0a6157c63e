import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { createTemplate } from './create-template.ts';
import { deleteTemplate } from './delete-template.ts';
import { getTemplate } from './get-template.ts';
import { listTemplates } from './list-templates.ts';
import {
  ApiTemplate,
  NewTemplate,
  presentTemplate,
  presentTemplates,
  TemplateList,
  TemplatePatch,
} from './template.wire.ts';
import { updateTemplate } from './update-template.ts';

const tag = 'Templates';
const ofProject = Type.Object({ projectId: Id('The ID of the project.') });
const params = Type.Object({ templateId: Id('The ID of the template.') });

/** Templates of new cases in the new API. */
export const templatesRoutes = (app: FastifyInstance): void => {
  resource(app, '/projects/:projectId/templates', {
    GET: reading({
      id: 'listTemplates',
      ...{ tag, summary: 'List the templates of a project', params: ofProject, answer: TemplateList },
      description: 'For those who may create cases in the space, or configure it.',
      refusals: ['PROJECT_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED'],
      handler: async ({ ctx, params }) => presentTemplates(await listTemplates(ctx, params)),
    }),
    POST: writing({
      id: 'createTemplate',
      ...{ tag, summary: 'Add a template to a project', params: ofProject, body: NewTemplate, answer: ApiTemplate },
      status: 201,
      refusals: ['PROJECT_NOT_FOUND', 'RIGHT_MISSING', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, params: { projectId }, body, headers }) => {
        const templateId = await createTemplate(ctx, { projectId, properties: body });
        headers['location'] = `/api/v1/templates/${templateId}`;
        return presentTemplate(await getTemplate(ctx, { templateId }));
      },
    }),
  });
  resource(app, '/templates/:templateId', {
    GET: reading({
      id: 'getTemplate',
      ...{ tag, summary: 'Read a template', params, answer: ApiTemplate },
      description: 'For those who may create cases in the space, or configure it.',
      refusals: ['TEMPLATE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED'],
      handler: async ({ ctx, params }) => presentTemplate(await getTemplate(ctx, params)),
    }),
    PATCH: writing({
      id: 'updateTemplate',
      ...{ tag, summary: 'Change properties of a template', params, body: TemplatePatch, answer: ApiTemplate },
      description: 'A merge patch (RFC 7396): properties that are not named stay as they are; all change or none.',
      refusals: ['TEMPLATE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params: { templateId }, body }) => {
        await updateTemplate(ctx, { templateId, changes: body });
        return presentTemplate(await getTemplate(ctx, { templateId }));
      },
    }),
    DELETE: writing({
      id: 'deleteTemplate',
      ...{ tag, summary: 'Delete a template', params },
      description: 'Cases that have begun with it stay as they are.',
      refusals: ['TEMPLATE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: ({ ctx, params }) => deleteTemplate(ctx, params),
    }),
  });
};
