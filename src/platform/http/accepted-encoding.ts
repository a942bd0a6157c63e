/** The first of these codings that a client reads; undefined when it reads none. Source: RFC 9110, section 12.5.3. */
export const encodingAmong = <Name extends string>(names: readonly Name[], accepted = ''): Name | undefined =>
  names.find((name) => accepted.split(',').some((each) => isAccepted(each.trim(), name)));

const isAccepted = (accepted: string, name: string): boolean => {
  const [coding, ...parameters] = accepted.toLowerCase().split(/\s*;\s*/u);
  return coding === name && !parameters.some((each) => /^q=0(?:\.0*)?$/u.test(each));
};
