import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { tellSessionChanged } from '../../server/browser-news.ts';
import { casekeep } from '../../server/casekeep.ts';
import { forgetSignedIn } from './signed-in-before.ts';

/** Ends the session of this browser and forgets what was read and told in it. */
export const useSignOut = (): (() => Promise<void>) => {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await casekeep.deleteSession({ sessionId: 'current' });
    forgetSignedIn();
    try {
      await navigate({ to: '/sign-in' });
    } finally {
      // Not before: this page hears it, too, and would say that the session has ended by itself.
      tellSessionChanged();
      queryClient.clear();
    }
  };
};
