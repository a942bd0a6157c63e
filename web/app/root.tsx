import { Outlet } from '@tanstack/react-router';
import { WorkspaceTitle } from '../features/workspace/workspace-title.tsx';

/** What is around every page, whether or not one is signed in. */
export const Root = () => (
  <>
    <WorkspaceTitle />
    <Outlet />
  </>
);
