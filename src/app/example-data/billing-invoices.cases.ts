import type { CaseDraft } from './example-case.ts';

export const billingInvoicesCases = [
  {
    id: 2216,
    title: 'Sort the invoice list by due date by default',
    description:
      'Right now the list is sorted by number. For the weekly check I need the oldest open ones first and have ' +
      'to click twice every time.',
    place: { sectionId: 5, milestoneId: 5 },
    labels: { status: 'Closed', priority: 'Low', tags: [] },
    people: { reporterId: 2, assigneeId: 2, recipientIds: [7] },
    dates: ['2026-03-23T12:58:45Z', '2026-04-16T10:04:31Z'],
  },
  {
    id: 2221,
    title: 'Bank details overlap the fold mark',
    description:
      '<p>On the printed invoice the IBAN sits exactly on the fold mark and is hard to read after folding. ' +
      'Moving the block up by 4 mm would be enough.</p>',
    place: { sectionId: 5 },
    labels: { status: 'In Progress', priority: 'Low', tags: ['layout'] },
    people: { reporterId: 2, assigneeId: 7, recipientIds: [] },
    dates: ['2026-03-30T13:59:35Z', '2026-04-20T09:30:41Z'],
  },
  {
    id: 2261,
    title: 'Two invoices with the same number',
    description:
      '<p>Invoice number 20260931 was given to two different customers within the same second. That must never ' +
      'happen; the auditors will ask. Both documents have been sent already.</p>',
    place: { sectionId: 5 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['numbers'] },
    people: { reporterId: 2, assigneeId: 2, recipientIds: [3] },
    dates: ['2026-05-18T14:45:10Z', '2026-05-18T17:54:02Z'],
  },
  {
    id: 2270,
    title: 'Reminder was sent although the invoice was paid',
    description:
      '<p>The payment came in at 9:20, the reminder went out at 11:00. The import of the bank statements runs ' +
      'only at noon. Could the reminders wait until the import is through?</p>',
    place: { sectionId: 5 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['reminders'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [1] },
    dates: ['2026-05-29T12:59:56Z', '2026-06-24T11:13:51Z'],
  },
  {
    id: 2282,
    title: 'Credit note repeats the full amount instead of the part',
    description:
      '<p>I credited two of ten boxes. The preview showed 31.80, the finished document 159.00. I have stopped ' +
      'it before it was sent.</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['credit-note'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [] },
    dates: ['2026-06-13T11:10:47Z', '2026-06-16T10:01:20Z'],
  },
  {
    id: 2291,
    title: 'Sum of the lines differs from the total',
    description:
      '<p>With quantities such as 2.5 m² each line is rounded before adding. Invoice 20261187 shows lines that ' +
      'add up to 418.27 and a total of 418.25.</p><p>Legal says both methods are allowed, but it has to be ' +
      '<strong>one</strong> of them.</p>',
    place: { sectionId: 5 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['rounding'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [] },
    dates: ['2026-06-25T09:09:27Z', '2026-07-14T09:17:15Z'],
  },
  {
    id: 2306,
    title: 'City administration refuses our electronic invoices',
    description:
      "<p>The receiver's portal answers with</p><p><code>BR-DE-15: Buyer reference (BT-10) must be provided</code>" +
      '</p><p>The routing ID is stored with the customer, it just does not get into the file. Seven invoices ' +
      'are waiting, together 11,400 euros.</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'Feedback Required', priority: 'High', tags: ['e-invoicing', 'xrechnung'] },
    people: { reporterId: 5, assigneeId: 2, recipientIds: [] },
    dates: ['2026-07-09T11:22:00Z', '2026-07-22T14:26:46Z'],
  },
  {
    id: 2309,
    title: 'Invoices in Swiss francs show the euro sign in the footer',
    description:
      '<p>The lines are right (CHF), only the sentence about the payment at the bottom says “Please transfer € ' +
      '214.00”. Some customers really did transfer euros.</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['currency'] },
    people: { reporterId: 1, assigneeId: 2, recipientIds: [3, 4, 5] },
    dates: ['2026-07-14T07:40:56Z', '2026-07-30T09:28:30Z'],
  },
  {
    id: 2325,
    title: 'French invoices mix "facture" and "invoice"',
    description:
      '<p>The heading is in French, the file name and the subject of the mail are in English. It should be ' +
      '<code>facture-20261502.pdf</code>.</p>',
    place: { sectionId: 5 },
    labels: { status: 'New', priority: 'Low', tags: ['translation'] },
    people: { reporterId: 1, assigneeId: 2, recipientIds: [] },
    dates: ['2026-08-03T08:11:18Z', '2026-08-05T08:58:09Z'],
  },
  {
    id: 2329,
    title: 'Invoice mail goes to the buyer instead of accounting',
    description:
      '<p>Although a separate address for invoices is stored, the mail is sent to the person who ordered. It ' +
      'worked until the customer changed the name of his company. Maybe the address hangs on the old name?</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['email'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [4] },
    dates: ['2026-08-07T06:40:51Z', '2026-09-18T09:11:22Z'],
  },
  {
    id: 2339,
    title: 'Rechnung wird ohne Kostenstelle gedruckt',
    description:
      '<p>Die Kostenstelle steht im Auftrag und in der Auftragsbestätigung, aber nicht auf der Rechnung. Drei ' +
      'Großkunden zahlen ohne diese Angabe grundsätzlich nicht.</p>',
    place: { sectionId: 5 },
    labels: { status: 'New', priority: 'Normal', tags: ['german', 'pdf'] },
    people: { reporterId: 3, recipientIds: [] },
    dates: ['2026-08-19T14:03:06Z', '2026-08-19T14:35:26Z'],
  },
  {
    id: 2341,
    title: 'Invoice shows the VAT number of the wrong country',
    description:
      '<p>Invoices for our Austrian customers carry the German VAT number. Their accounting sends them back. It ' +
      'must be the number starting with <code>ATU</code> for everything that ships from Linz.</p>',
    place: { sectionId: 5 },
    labels: { status: 'Feedback Required', priority: 'High', tags: ['pdf', 'vat'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [4] },
    dates: ['2026-08-21T08:19:34Z', '2026-09-07T06:31:05Z'],
  },
  {
    id: 2344,
    title: 'Documents older than two years cannot be opened',
    description:
      '<p>A click on any invoice from before the move to the new archive shows “Document not found”. The files ' +
      'are there, I checked in the bucket. The path seems to lack the year.</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['archive'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [3, 5] },
    dates: ['2026-08-27T10:43:48Z', '2026-09-09T11:59:07Z'],
  },
  {
    id: 2360,
    title: 'Falta el NIF del cliente en la factura',
    description:
      '<p>En las facturas para empresas españolas no aparece el NIF, aunque está guardado en la ficha del ' +
      'cliente. Sin ese dato no pueden deducir el IVA.</p><p>¿Podéis volver a generar las del último mes cuando ' +
      'esté corregido?</p>',
    place: {},
    labels: { status: 'New', priority: 'Normal', tags: ['spanish', 'impuestos'] },
    people: { reporterId: 5, assigneeId: 2, recipientIds: [3] },
    dates: ['2026-09-17T13:06:07Z', '2026-09-17T13:06:07Z'],
  },
  {
    id: 2364,
    title: 'DATEV export stops at the first foreign customer',
    description:
      '<p>The export for the tax adviser contains all entries up to the first customer without a German postal ' +
      'code, then nothing. There is no error message. I noticed only because the total was off by 80,000 euros.</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['export', 'datev'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [3, 4, 5] },
    dates: ['2026-09-22T13:58:38Z', '2026-09-29T14:02:56Z'],
  },
  {
    id: 2366,
    title: 'Invoice cannot be found by order number',
    description:
      '<p>The search field of the invoice list finds invoice numbers and names only. Customers always tell us ' +
      'the <em>order</em> number. At the moment I open the order in the shop first and copy the invoice number ' +
      'from there.</p>',
    place: { sectionId: 5, milestoneId: 4 },
    labels: { status: 'New', priority: 'Normal', tags: ['search'] },
    people: { reporterId: 5, assigneeId: 2, recipientIds: [] },
    dates: ['2026-09-25T08:16:48Z', '2026-09-25T08:16:48Z'],
  },
  {
    id: 2387,
    title: 'Second page of long invoices has no page number',
    description:
      '<p>Invoices with more than 24 lines run over to a second page, which has neither a page number nor the ' +
      'invoice number. If the pages get mixed up in the mail room, nobody can sort them.</p>',
    place: { sectionId: 5 },
    labels: { status: 'New', priority: 'Normal', tags: ['pdf'] },
    people: { reporterId: 5, recipientIds: [2, 7] },
    dates: ['2026-10-23T13:50:18Z', '2026-10-23T13:50:18Z'],
  },
] as const satisfies readonly CaseDraft[];
