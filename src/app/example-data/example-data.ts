import { billingInvoicesCases } from './billing-invoices.cases.ts';
import { billingPaymentsAndSubscriptionsCases } from './billing-payments-and-subscriptions.cases.ts';
import { billingPrintingCases } from './billing-printing.cases.ts';
import { discussions } from './comments.ts';
import { casesOfProject } from './example-case.ts';
import type { ExampleData } from './example-types.ts';
import { mobileAndroidCases } from './mobile-android.cases.ts';
import { mobileIosCases } from './mobile-ios.cases.ts';
import { mobilePushSyncCameraCases } from './mobile-push-sync-camera.cases.ts';
import { people } from './people.ts';
import { platformApiAndIntegrationsCases } from './platform-api-and-integrations.cases.ts';
import { platformInfrastructureAndAccessCases } from './platform-infrastructure-and-access.cases.ts';
import { platformMailCases } from './platform-mail.cases.ts';
import { projects } from './projects.ts';
import { spaces } from './spaces.ts';
import { webShopAccountsAndOrdersCases } from './web-shop-accounts-and-orders.cases.ts';
import { webShopCheckoutCases } from './web-shop-checkout.cases.ts';
import { webShopStorefrontCases } from './web-shop-storefront.cases.ts';

export type * from './example-types.ts';

const cases = [
  ...casesOfProject(1, webShopStorefrontCases),
  ...casesOfProject(1, webShopCheckoutCases),
  ...casesOfProject(1, webShopAccountsAndOrdersCases),
  ...casesOfProject(2, billingInvoicesCases),
  ...casesOfProject(2, billingPaymentsAndSubscriptionsCases),
  ...casesOfProject(2, billingPrintingCases),
  ...casesOfProject(3, mobileIosCases),
  ...casesOfProject(3, mobileAndroidCases),
  ...casesOfProject(3, mobilePushSyncCameraCases),
  ...casesOfProject(4, platformApiAndIntegrationsCases),
  ...casesOfProject(4, platformMailCases),
  ...casesOfProject(4, platformInfrastructureAndAccessCases),
].sort((left, right) => left.id - right.id);

/** What the sandbox shows: a shop for printed goods, its support and its product work. Tests rely on case 2304. */
export const exampleData: ExampleData = { people, spaces, projects, cases, discussions };
