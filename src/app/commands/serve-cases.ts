import { readConfiguration } from '../config.ts';
import { type FirstStart, firstStart } from '../first-start.ts';
import { listen } from '../listen.ts';

/** Serves the cases in the data directory. */
export const serve = async (): Promise<void> => {
  const { settings, warnings } = readConfiguration();
  const { url: local, prepared: first } = await listen({ settings, warnings, prepare: firstStart });
  const url = settings.publicUrl ?? local;
  if (first !== undefined) console.log(welcome(url, first));
  console.log(`Casekeep serves ${url} (data: ${settings.databaseUrl === undefined ? settings.dataDir : 'PostgreSQL'})`);
};

const welcome = (url: string, { passwordToken, key }: FirstStart): string => `
Welcome to Casekeep. This is shown once:

  Set the password of the user admin:  ${url}/password/${passwordToken}
  API key of the user admin:           ${key}

  Try it:  curl ${url}/api/cases/2304 -H 'Rest-Api-Key: ${key}'
`;
