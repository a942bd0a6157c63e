/** Somebody who sends or gets mail. */
export interface MailAddress {
  /** "" for none. */
  readonly name: string;
  readonly address: string;
}

/** One word, an @ and a host: nothing with which a header or a list of addresses would go on. */
const ADDRESS = /^[^\s@<>"(),;:\\[\]\p{C}]+@[^\s@<>"(),;:\\[\]\p{C}]+$/u;

/** A name before the address, which is in angle brackets then. Source: RFC 5322 section 3.4. */
const NAMED = /^"?(?<name>[^"<>\p{C}]*?)"? *<(?<address>[^<>]*)>$/u;

/** Reads `help@example.com` or `Help Desk <help@example.com>`; undefined when it is neither. */
export const readMailAddress = (text: string): MailAddress | undefined => {
  const { name = '', address = text } = NAMED.exec(text)?.groups ?? {};
  return isMailAddress(address) ? { name: name.trim(), address } : undefined;
};

/** Whether mail can be sent to it as it stands, and to nobody else. */
export const isMailAddress = (address: string): boolean => ADDRESS.test(address);
