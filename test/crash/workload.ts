import { HttpConnection } from '../support/http-connection.ts';
import { Register } from './register.ts';

export const CLIENTS = 32;
/** Every so many requests of a client one goes to a shared case, and one creates a case. */
const SHARED_EVERY = 4;
const CREATE_EVERY = 9;

/** Fields of a case as clients write them; of each shared case every field belongs to one client. */
const sharedFields = [
  'IssueTitle',
  'IssueDescription',
  'TagsCSV',
  'RecipientUserIDCSV',
  'AssignedToUserID',
  'IssueStatusID',
  'IssuePriorityID',
  'MilestoneID',
] as const;
export type SharedField = (typeof sharedFields)[number];

/** The IDs that the fields can be set to. */
export type Choices = Readonly<
  Record<Exclude<SharedField, 'IssueTitle' | 'IssueDescription' | 'TagsCSV'>, readonly number[]>
>;

/** One property of a case that one client writes. */
export interface Written {
  readonly caseId: number;
  readonly field: SharedField;
  readonly register: Register;
}

/** The server answered, and said no: under this load it never should. */
class RefusedError extends Error {}

/** One client with one connection at a time: it writes its own case, its field of a shared case, and new cases. */
export class Client {
  readonly own: Written;
  readonly shared: Written;
  /** Cases whose creation was answered, by ID, and the title of the one that was not. */
  readonly created = new Map<number, string>();
  creating: string | undefined;
  acknowledgements = 0;
  readonly #name: string;
  readonly #choices: Choices;
  #count = 0;

  constructor(
    index: number,
    { ownId, sharedIds, choices }: { ownId: number; sharedIds: readonly number[]; choices: Choices },
  ) {
    this.#name = `c${String(index).padStart(2, '0')}`;
    this.#choices = choices;
    this.own = { caseId: ownId, field: 'IssueTitle', register: new Register('') };
    const field = sharedFields[index % sharedFields.length] ?? 'IssueTitle';
    this.shared = {
      caseId: sharedIds[Math.floor(index / sharedFields.length)] ?? 0,
      field,
      register: new Register(''),
    };
  }

  /** Sends requests one after the other until the connection breaks. Fails when the server refuses one. */
  async run(url: string, key: string, project: { SpaceID: number; ProjectID: number }): Promise<void> {
    const connection = new HttpConnection(url);
    const write = async (method: string, path: string, body: unknown): Promise<number> => {
      const answer = await connection.send({ method, path, key, body });
      if (answer.status !== 200) throw new RefusedError(`${method} ${path}: ${answer.status} ${answer.body}`);
      this.acknowledgements += 1;
      return JSON.parse(answer.body).ResponseData;
    };
    try {
      for (;;) await this.#next(write, project);
    } catch (error) {
      if (error instanceof RefusedError) throw error;
    } finally {
      connection.close();
    }
  }

  async #next(write: Write, project: object): Promise<void> {
    this.#count += 1;
    const text = `${this.#name}n${String(this.#count).padStart(6, '0')}`;
    if (this.#count % CREATE_EVERY === 0) {
      this.creating = `new${text}`;
      const id = await write('POST', '/api/cases', { ...project, IssueTitle: this.creating });
      this.created.set(id, this.creating);
      this.creating = undefined;
      return;
    }
    const { caseId, field, register } = this.#count % SHARED_EVERY === 0 ? this.shared : this.own;
    const value = field in this.#choices ? this.#chosen(field as keyof Choices) : text;
    register.send(value);
    await write('PUT', `/api/cases/${caseId}`, { [field]: field.endsWith('ID') ? Number(value) : value });
    register.confirm();
  }

  /** One ID after the other; of recipients the group whose members are the bits of the count. */
  #chosen(field: keyof Choices): string {
    const ids = this.#choices[field];
    const turn = this.#count / SHARED_EVERY;
    if (field === 'RecipientUserIDCSV') return ids.filter((_, bit) => (turn >> bit) & 1).join(',');
    return String(ids[turn % ids.length]);
  }
}

type Write = (method: string, path: string, body: unknown) => Promise<number>;
