import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { Template } from './template.ts';

interface RecordTemplate {
  readonly type: 'template.created' | 'template.updated' | 'template.deleted';
  readonly spaceId: number;
  readonly template: Template;
}

/** Writes an event about a template. */
export const recordTemplate = (tx: Context, { type, spaceId, template }: RecordTemplate): Promise<void> => {
  const { id: templateId, projectId, name } = template;
  return appendEvent(tx, { type, spaceId, payload: { templateId, projectId, name } });
};
