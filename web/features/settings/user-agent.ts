const browsers = [
  ['Edge', /Edg/u],
  ['Firefox', /Firefox/u],
  ['Opera', /OPR/u],
  ['Chrome', /Chrom/u],
  ['Safari', /Safari/u],
] as const;
const systems = [
  ['Android', /Android/u],
  ['iOS', /iPhone|iPad/u],
  ['Windows', /Windows/u],
  ['macOS', /Mac OS/u],
  ['Linux', /Linux/u],
] as const;

/** The browser and the system that a browser says it is; undefined for what is not known. */
export const readUserAgent = (userAgent: string) => ({
  browser: browsers.find(([, sign]) => sign.test(userAgent))?.[0],
  system: systems.find(([, sign]) => sign.test(userAgent))?.[0],
});
