import { useEffect } from 'react';
import { useWorkspaceName } from './workspace.queries.ts';

/** What the browser says in its tabs. */
export const WorkspaceTitle = () => {
  const name = useWorkspaceName();
  useEffect(() => {
    document.title = name;
  }, [name]);
  return null;
};
