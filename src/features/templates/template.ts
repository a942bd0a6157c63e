/** What a template says of a new case. */
export interface TemplateProperties {
  /** What people choose it by. */
  readonly name: string;
  /** The title of the case; "" for none. */
  readonly title: string;
  /** Sanitised HTML. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly sectionId: number | null;
  readonly priorityId: number | null;
  readonly assigneeId: number | null;
}

/** How a new case of a project can begin. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Template extends TemplateProperties {
  readonly id: number;
  readonly projectId: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What a template says unless told. */
export const blankTemplate: Omit<TemplateProperties, 'name'> = {
  title: '',
  description: '',
  tags: [],
  sectionId: null,
  priorityId: null,
  assigneeId: null,
};

/** How many templates a project may be given. */
export const MAX_TEMPLATES = 50;
