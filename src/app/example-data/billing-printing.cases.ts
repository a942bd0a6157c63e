import type { CaseDraft } from './example-case.ts';

export const billingPrintingCases = [
  {
    id: 2206,
    title: 'Recycled paper is listed with the wrong thickness',
    description:
      '<p>The back office calculates the spine of brochures with 0.10 mm per sheet. Our new recycled stock has ' +
      '0.13 mm, so spines over 60 pages are too thin.</p>',
    place: { sectionId: 8 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['paper'] },
    people: { reporterId: 3, assigneeId: 5, recipientIds: [2] },
    dates: ['2026-03-09T14:22:42Z', '2026-03-16T13:40:23Z'],
  },
  {
    id: 2213,
    title: 'Packing slip wastes a second sheet',
    description:
      '<p>If there are exactly 12 articles, the slip gets a second page with nothing but the footer. We print ' +
      'about 300 slips a day.</p>',
    place: { sectionId: 8 },
    labels: { status: 'In Progress', priority: 'Low', tags: ['packing-slip'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [] },
    dates: ['2026-03-18T15:25:11Z', '2026-04-08T14:16:03Z'],
  },
  {
    id: 2220,
    title: 'Etikettenrolle: Abstand zwischen den Etiketten stimmt nicht',
    description:
      '<p>Bei Rollen mit 3 mm Zwischenraum verschiebt sich der Druck nach etwa 40 Etiketten um eine ganze ' +
      'Zeile. Mit 2 mm läuft alles sauber durch. Der Wert ist vermutlich irgendwo fest eingetragen.</p>',
    place: { sectionId: 8, milestoneId: 4 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['german', 'etiketten'] },
    people: { reporterId: 3, assigneeId: 7, recipientIds: [4, 5] },
    dates: ['2026-03-27T10:50:43Z', '2026-04-27T13:19:36Z'],
  },
  {
    id: 2243,
    title: 'Names are shifted by one line in the mailing',
    description:
      '<p>In a personalized mailing every letter carries the name of the <strong>next</strong> recipient. The ' +
      'spreadsheet had an empty second row. It was caught at the machine, nothing was sent, but it was close.</p>',
    place: { sectionId: 8 },
    labels: { status: 'Closed', priority: 'High', tags: ['personalization'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [2] },
    dates: ['2026-04-27T07:13:07Z', '2026-04-30T07:50:47Z'],
  },
  {
    id: 2274,
    title: 'Embedded font is replaced with Courier',
    description:
      '<p>PDF files from Affinity with a variable font are printed in Courier. On screen everything looks ' +
      'right, also in our own preview.</p><ul><li>Affinity Publisher 2.6: wrong</li><li>InDesign: right</li><li>' +
      'Affinity with text as curves: right</li></ul>',
    place: { sectionId: 8, milestoneId: 4 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['fonts'] },
    people: { reporterId: 5, assigneeId: 5, recipientIds: [] },
    dates: ['2026-06-02T06:36:24Z', '2026-06-12T13:19:32Z'],
  },
  {
    id: 2285,
    title: 'Print queue of the large press is stuck',
    description:
      '<p>No job has left the queue since the night shift. Restarting the spooler helps for exactly one job. ' +
      'There are 64 jobs in front of us and the first truck leaves at 13:00.</p>',
    place: { sectionId: 8 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['press', 'queue'] },
    people: { reporterId: 1, assigneeId: 7, recipientIds: [2] },
    dates: ['2026-06-17T10:19:09Z', '2026-06-17T16:40:21Z'],
  },
  {
    id: 2288,
    title: 'Office printer on the second floor prints invoices without logo',
    description:
      '<p>Invoices printed from the back office have no logo if they go to the printer in 2.14. Same file, ' +
      'other printer: logo is there. Drivers look the same to me.</p>',
    place: { sectionId: 8, milestoneId: 4 },
    labels: { status: 'New', priority: 'Normal', tags: ['printer', 'office'] },
    people: { reporterId: 3, recipientIds: [1, 4] },
    dates: ['2026-06-19T08:50:37Z', '2026-06-19T10:04:54Z'],
  },
  {
    id: 2296,
    title: 'Preview of folded leaflets shows the pages in the wrong order',
    description:
      '<p>For a Z-fold, page 3 is shown behind page 5. The printed result is right. Customers cancel because of ' +
      'the preview.</p>',
    place: { sectionId: 8 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['preview'] },
    people: { reporterId: 2, assigneeId: 7, recipientIds: [] },
    dates: ['2026-06-29T13:44:10Z', '2026-07-07T11:11:43Z'],
  },
  {
    id: 2307,
    title: 'Template for A6 flyers is 2 mm too narrow',
    description:
      '<p>The InDesign template on the download page measures 103 mm instead of 105 mm. It must have been ' +
      'exported with the trim box. The PDF template is right.</p>',
    place: { sectionId: 8, milestoneId: 4 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['templates'] },
    people: { reporterId: 2, assigneeId: 7, recipientIds: [] },
    dates: ['2026-07-10T13:09:48Z', '2026-08-03T09:53:17Z'],
  },
  {
    id: 2319,
    title: 'Brand blue is printed too violet',
    description:
      "<p>The customer's blue (Pantone 2935) comes out clearly violet on uncoated paper. The proof was right. " +
      'Attached to the order are photos of both under daylight.</p>',
    place: { sectionId: 8, milestoneId: 5 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['color'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [7] },
    dates: ['2026-07-27T11:21:07Z', '2026-08-10T12:53:06Z'],
  },
  {
    id: 2322,
    title: 'Offer gray instead of white as the background of the proof',
    description:
      'White cards on a white background are hard to judge. A neutral gray, or a switch, would help designers a ' +
      'lot.',
    place: { sectionId: 8 },
    labels: { status: 'New', priority: 'Low', tags: [] },
    people: { reporterId: 1, recipientIds: [] },
    dates: ['2026-07-31T08:59:38Z', '2026-08-03T09:21:40Z'],
  },
  {
    id: 2348,
    title: 'Job ticket lacks the kind of finishing',
    description:
      '<p>The JDF file for the cutter contains no entry for rounded corners. The operators read it from the ' +
      'comment, if there is one. Last week 2,000 cards left the house with sharp corners.</p>',
    place: { sectionId: 8 },
    labels: { status: 'New', priority: 'Normal', tags: ['export', 'jdf'] },
    people: { reporterId: 2, recipientIds: [] },
    dates: ['2026-08-31T15:21:54Z', '2026-09-01T09:41:17Z'],
  },
  {
    id: 2362,
    title: 'Preflight misses a lacking bleed on the back',
    description:
      '<p>The automatic check looks at the first page only. A folded card with no bleed on page 2 went to the ' +
      'press and we had to print 500 pieces again.</p>',
    place: { sectionId: 8 },
    labels: { status: 'New', priority: 'Normal', tags: ['bleed'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [] },
    dates: ['2026-09-18T13:33:27Z', '2026-09-18T13:33:27Z'],
  },
  {
    id: 2369,
    title: 'QR codes on tickets cannot be scanned when printed small',
    description:
      '<p>Below 18 mm the QR code on event tickets is not readable by most phones. The quiet zone around it is ' +
      'cut away by the layout. Please refuse such sizes or shrink the code together with its margin.</p>',
    place: { sectionId: 8, milestoneId: 4 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['qr'] },
    people: { reporterId: 5, assigneeId: 7, recipientIds: [2] },
    dates: ['2026-09-28T08:37:50Z', '2026-10-23T13:55:48Z'],
  },
  {
    id: 2371,
    title: 'El troquel de las cajas no coincide con la vista previa',
    description:
      '<p>En las cajas con ventana el troquel sale girado respecto a la vista previa. El cliente lo vio en la ' +
      'muestra, así que aún estamos a tiempo de corregirlo antes de la tirada grande.</p>',
    place: { sectionId: 8 },
    labels: { status: 'New', priority: 'Normal', tags: ['spanish'] },
    people: { reporterId: 5, recipientIds: [3, 4, 7] },
    dates: ['2026-10-01T15:34:08Z', '2026-10-02T06:32:34Z'],
  },
  {
    id: 2380,
    title: 'Shipping labels come out rotated by 90 degrees',
    description:
      '<p>Since the driver update on the packing stations 3 and 4 the labels are printed across. Station 1 ' +
      'still has the old driver and is fine. We work around it by turning the PDF by hand.</p>',
    place: { sectionId: 8, milestoneId: 5 },
    labels: { status: 'New', priority: 'High', tags: ['labels', 'zebra'] },
    people: { reporterId: 7, recipientIds: [2] },
    dates: ['2026-10-13T07:53:09Z', '2026-10-13T07:53:09Z'],
  },
] as const satisfies readonly CaseDraft[];
