import { followActivities } from '../features/activities/follow-activities.ts';
import { sweepFiles } from '../features/attachments/sweep-files.ts';
import { purgeBin } from '../features/cases/bin/purge-bin.ts';
import { forgetOutcomes } from '../features/cases/bulk/forget-outcomes.ts';
import { performBulkChanges } from '../features/cases/bulk/perform-bulk-changes.ts';
import { forgetExports } from '../features/cases/export/forget-exports.ts';
import { performExports } from '../features/cases/export/perform-exports.ts';
import { performImports } from '../features/cases/import/perform-imports.ts';
import { forgetSignIns } from '../features/keys/forget-sign-ins.ts';
import { answerPasswordRequests } from '../features/mails/answer-password-requests.ts';
import { forgetMails } from '../features/mails/forget-mails.ts';
import { sendMails } from '../features/mails/send-mails.ts';
import { followNotifications } from '../features/notifications/follow-notifications.ts';
import { forgetNotifications } from '../features/notifications/forget-notifications.ts';
import { forgetViewers } from '../features/viewers/forget-viewers.ts';
import { deliverWebhooks } from '../features/webhooks/deliver-webhooks.ts';
import { forgetDeliveries } from '../features/webhooks/forget-deliveries.ts';
import { forgetAttempts } from '../platform/attempts/attempts.ts';
import { forgetFailures } from '../platform/events/forget-failures.ts';
import { forgetAnswers } from '../platform/http/api/idempotency.ts';
import type { Job } from '../platform/jobs/job.ts';

const HOUR_MS = 60 * 60 * 1_000;
const SWEEP_EVERY_HOURS = 6;

/** Everything that the program does by itself. */
export const jobs: readonly Job[] = [
  followActivities,
  followNotifications,
  forgetNotifications,
  forgetSignIns,
  deliverWebhooks,
  forgetDeliveries,
  performBulkChanges,
  forgetOutcomes,
  forgetFailures,
  forgetViewers,
  performImports,
  performExports,
  forgetExports,
  answerPasswordRequests,
  sendMails,
  forgetMails,
  {
    name: 'purge the bin',
    everyMs: HOUR_MS,
    run: async (ctx) => {
      await purgeBin(ctx);
    },
  },
  { name: 'forget answers to repeated requests', everyMs: HOUR_MS, run: forgetAnswers },
  { name: 'forget attempts', everyMs: HOUR_MS, run: forgetAttempts },
  { name: 'sweep files', everyMs: SWEEP_EVERY_HOURS * HOUR_MS, run: sweepFiles },
];
