import type { ExampleProject } from './example-types.ts';

export const projects = [
  {
    id: 1,
    spaceId: 1,
    title: 'Web Shop',
    isDefault: true,
    sections: [
      { id: 1, name: 'Storefront' },
      { id: 2, name: 'Checkout' },
      { id: 3, name: 'Accounts and Login' },
      { id: 4, name: 'Orders and Returns' },
    ],
    milestones: [
      { id: 1, title: 'Autumn release', dueDate: '2026-09-18' },
      { id: 2, title: 'Ready for the holidays', dueDate: '2026-10-30' },
      { id: 3, title: 'Winter release', dueDate: '2026-12-11' },
    ],
  },
  {
    id: 2,
    spaceId: 1,
    title: 'Billing and Printing',
    isDefault: false,
    sections: [
      { id: 5, name: 'Invoices' },
      { id: 6, name: 'Payments' },
      { id: 7, name: 'Subscriptions' },
      { id: 8, name: 'Printing' },
    ],
    milestones: [
      { id: 4, title: 'New invoice archive', dueDate: '2026-09-30' },
      { id: 5, title: 'E-invoicing', dueDate: '2026-11-16' },
      { id: 6, title: 'Year-end closing', dueDate: '2026-12-18' },
    ],
  },
  {
    id: 3,
    spaceId: 2,
    title: 'Mobile Apps',
    isDefault: true,
    sections: [
      { id: 9, name: 'iOS' },
      { id: 10, name: 'Android' },
      { id: 11, name: 'Push Notifications' },
      { id: 12, name: 'Offline and Sync' },
      { id: 13, name: 'Camera and Scanning' },
    ],
    milestones: [
      { id: 7, title: 'Mobile 4.1', dueDate: '2026-08-27' },
      { id: 8, title: 'Mobile 4.2', dueDate: '2026-09-24' },
      { id: 9, title: 'Mobile 4.3', dueDate: '2026-10-29' },
      { id: 10, title: 'Mobile 5.0 beta', dueDate: '2026-12-03' },
    ],
  },
  {
    id: 4,
    spaceId: 2,
    title: 'Platform',
    isDefault: false,
    sections: [
      { id: 14, name: 'API' },
      { id: 15, name: 'Integrations' },
      { id: 16, name: 'E-mail' },
      { id: 17, name: 'Infrastructure' },
      { id: 18, name: 'Sign-in and Access' },
    ],
    milestones: [
      { id: 11, title: 'API version 2', dueDate: '2026-10-01' },
      { id: 12, title: 'Security review', dueDate: '2026-11-20' },
    ],
  },
] as const satisfies readonly ExampleProject[];
