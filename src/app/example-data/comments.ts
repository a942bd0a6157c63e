import type { ExampleDiscussion } from './example-types.ts';

/** What people said about some cases. All of it was said before the case was last updated. */
export const discussions: readonly ExampleDiscussion[] = [
  {
    caseId: 2361,
    comments: [
      {
        authorId: 8,
        createdAt: '2026-09-18T09:41:00Z',
        text: '<p>Same on Android, by the way. I have seen it on two phones of the support team.</p>',
      },
      {
        authorId: 3,
        createdAt: '2026-09-21T07:15:00Z',
        text: '<p>Can the app find out that permission was refused for good, or only that it is missing?</p>',
        answerTo: 1,
      },
      {
        authorId: 6,
        createdAt: '2026-09-21T08:02:00Z',
        text: '<p>Android tells the two apart, iOS says <code>denied</code> only. A button to the settings fits both.</p>',
        answerTo: 2,
      },
      {
        authorId: 4,
        createdAt: '2026-09-24T10:30:00Z',
        text: '<p>Then one sentence for both: “This app cannot use the camera. You can allow it in the settings.” @yuki.tanaka please reuse the text of the microphone.</p>',
      },
      {
        authorId: 6,
        createdAt: '2026-10-02T09:05:00Z',
        text: '<p>Sentence and button are in the branch. What is left is coming back from the settings: the picture stays black until the app is restarted.</p>',
      },
    ],
  },
  {
    caseId: 2369,
    comments: [
      {
        authorId: 5,
        createdAt: '2026-09-28T08:52:00Z',
        text: '<p>The organiser of the book fair printed 4,000 of these. At the entrance they typed the numbers by hand.</p>',
      },
      {
        authorId: 7,
        createdAt: '2026-09-29T10:20:00Z',
        text: '<p>I measured some: readable from 16 mm on with good light, from 20 mm on with bad light. The quiet zone is missing on all of them.</p>',
      },
      {
        authorId: 2,
        createdAt: '2026-09-29T12:44:00Z',
        isInternal: true,
        text: '<p>They will ask for their money back. @omar.haddad please do not promise anything before I have talked to Alex.</p>',
      },
      {
        authorId: 7,
        createdAt: '2026-09-29T12:58:00Z',
        isInternal: true,
        text: '<p>Understood. I only told them that we look into it.</p>',
        answerTo: 3,
      },
      {
        authorId: 1,
        createdAt: '2026-09-30T06:30:00Z',
        isInternal: true,
        text: '<p>We refund the tickets of that fair, not the other jobs. @sara.lindqvist can you send the credit note?</p>',
        answerTo: 3,
      },
      {
        authorId: 5,
        createdAt: '2026-10-12T14:10:00Z',
        text: '<p>Is there a size that I can name to customers in the meantime?</p>',
      },
      {
        authorId: 7,
        createdAt: '2026-10-13T07:35:00Z',
        text: '<p>25 mm with the margin. The editor will refuse less than 20.</p>',
        answerTo: 6,
      },
    ],
  },
  {
    caseId: 2373,
    comments: [
      { authorId: 8, createdAt: '2026-10-05T08:50:00Z', text: '<p>Please not on a Friday.</p>' },
      {
        authorId: 6,
        createdAt: '2026-10-06T01:12:00Z',
        text: '<p>The key is made and in the vault. Test phones get their messages through it since this morning.</p>',
      },
      {
        authorId: 4,
        createdAt: '2026-10-06T05:40:00Z',
        isInternal: true,
        text: '<p>The key belongs to the account of the company and not to a person this time, does it? Last year we were locked out for two days.</p>',
        answerTo: 2,
      },
      {
        authorId: 6,
        createdAt: '2026-10-06T06:03:00Z',
        isInternal: true,
        text: '<p>Yes. @claire.dubois and I both can revoke it.</p>',
        answerTo: 3,
      },
      {
        authorId: 8,
        createdAt: '2026-10-22T13:18:00Z',
        text: '<p>Half of the senders use it now, no errors in three days. The rest follows on Monday.</p>',
      },
    ],
  },
  {
    caseId: 2374,
    comments: [
      {
        authorId: 6,
        createdAt: '2026-10-06T02:25:00Z',
        text: '<p>The column has a fixed width. If prices wrap, rows become uneven; if they shrink, they are smaller than the text around them. Which one?</p>',
      },
      {
        authorId: 8,
        createdAt: '2026-10-06T07:31:00Z',
        text: '<p>Wrap. Who chooses large text wants large prices.</p>',
        answerTo: 1,
      },
      {
        authorId: 3,
        createdAt: '2026-10-08T11:00:00Z',
        text: '<p>Checked with all text sizes on an iPhone SE: fine. Yen and rupees fit as well.</p>',
      },
    ],
  },
  {
    caseId: 2384,
    comments: [
      {
        authorId: 4,
        createdAt: '2026-10-20T05:15:00Z',
        text: '<p>Was this not fixed in 4.2? I remember a case about OneDrive.</p>',
      },
      {
        authorId: 6,
        createdAt: '2026-10-20T06:40:00Z',
        text: '<p>It was, for files below 10 MB. Larger ones go another way, which still asks for the size first.</p>',
        answerTo: 1,
      },
      {
        authorId: 8,
        createdAt: '2026-11-04T15:22:00Z',
        text: '<p>Reopened: a PDF of 38 MB from Google Drive gives “The file is empty” in 4.3.</p><ol><li>Choose the file in Drive, not downloaded before.</li><li>Wait for the progress bar.</li><li>The message appears at about 90 %.</li></ol>',
      },
      {
        authorId: 6,
        createdAt: '2026-11-10T03:48:00Z',
        text: '<p>Reproduced. The connection ends after a minute, and we take that for the end of the file.</p>',
        answerTo: 3,
      },
    ],
  },
  {
    caseId: 2386,
    comments: [
      {
        authorId: 5,
        createdAt: '2026-10-22T13:30:00Z',
        text: '<p>She threatens to go to the data protection authority. I have apologised for the time being.</p>',
      },
      {
        authorId: 2,
        createdAt: '2026-10-22T14:12:00Z',
        isInternal: true,
        text: '<p>That takes precedence over the colour work, @jonas.weber. Ask me for the mail address, it is in no log any more.</p>',
      },
      {
        authorId: 3,
        createdAt: '2026-10-23T08:20:00Z',
        text: '<p>The newsletter keeps a list of its own, which nobody empties when an account is deleted. I will take her off by hand today and write the fix afterwards.</p>',
      },
      { authorId: 5, createdAt: '2026-10-23T08:41:00Z', text: '<p>Thank you! I will tell her.</p>', answerTo: 3 },
    ],
  },
  {
    caseId: 2388,
    comments: [
      {
        authorId: 2,
        createdAt: '2026-10-26T09:10:00Z',
        text: '<p>It works for customers who pay by invoice and fails for cards. The difference is the second question, “Do you want a discount instead?”, which is switched off.</p>',
      },
      {
        authorId: 7,
        createdAt: '2026-10-27T07:02:00Z',
        text: '<p>That would explain why nobody here could see it: our test accounts all pay by invoice.</p>',
        answerTo: 1,
      },
      {
        authorId: 1,
        createdAt: '2026-10-28T10:35:00Z',
        isInternal: true,
        text: '<p>Our lawyer says: until the button works, a mail to support counts as a cancellation, from the day on which it arrives. Please tag such mails with <code>cancellation</code>.</p>',
      },
      {
        authorId: 2,
        createdAt: '2026-11-03T13:27:00Z',
        text: '<p>The fix waits for a review. @jonas.weber could you?</p>',
      },
      {
        authorId: 3,
        createdAt: '2026-11-04T08:55:00Z',
        text: '<p>Looked at it. One thing: the mail of confirmation goes out before the cancellation is stored.</p>',
        answerTo: 4,
      },
    ],
  },
  {
    caseId: 2393,
    comments: [
      {
        authorId: 7,
        createdAt: '2026-11-03T06:48:00Z',
        text: '<p>Twelve credit notes last month, and each one takes half an hour.</p>',
      },
      {
        authorId: 2,
        createdAt: '2026-11-06T15:04:00Z',
        text: '<p>The price of the rest of the old plan is computed now and shown before the change: “You pay 84.50 € today and 240.00 € from July on.”</p>',
      },
      {
        authorId: 7,
        createdAt: '2026-11-09T07:26:00Z',
        text: '<p>Does that hold for changes to a smaller plan too?</p>',
        answerTo: 2,
      },
      {
        authorId: 2,
        createdAt: '2026-11-09T08:01:00Z',
        text: '<p>No, those begin with the next period, as before.</p>',
        answerTo: 3,
      },
      {
        authorId: 1,
        createdAt: '2026-11-13T11:15:00Z',
        text: '<p>Nice. Omar, please tell the four customers who have written twice.</p>',
      },
    ],
  },
  {
    caseId: 2397,
    comments: [
      {
        authorId: 3,
        createdAt: '2026-11-10T09:12:00Z',
        text: '<p>3.1 : 1 at the moment, 4.5 : 1 is needed. With <code>#1f5a8a</code> it would be 6.8 : 1.</p>',
      },
      {
        authorId: 5,
        createdAt: '2026-11-11T16:40:00Z',
        text: '<p>I like that one. Could the links be underlined as well?</p>',
        answerTo: 1,
      },
    ],
  },
];
