// What the layering cannot see in imports: where files are.

const MAX_KERNEL_FILES = 8;
const ROOMS = /^(main\.ts$|(app|communifire|features|platform|kernel|client)\/)/;
const JUNK_DRAWERS = /(^|\/)(utils|shared|common|helpers|services)\//;

/** What is wrong with a tree of these files, which are named relative to src and with slashes. */
export const treeFaults = (files: readonly string[]): string[] => [
  ...kernelFaults(files.filter((file) => file.startsWith('kernel/') && !file.endsWith('.test.ts'))),
  ...files.filter((file) => !ROOMS.test(file)).map((file) => `src/${file} is in none of the rooms`),
  ...files.filter((file) => JUNK_DRAWERS.test(file)).map((file) => `src/${file} is in a folder that says nothing`),
  ...files.filter((file) => /^features\/[^/]+$/.test(file)).map((file) => `src/${file} is in no feature's folder`),
];

const kernelFaults = ({ length }: readonly string[]): string[] =>
  length > MAX_KERNEL_FILES ? [`src/kernel has ${length} files, ${MAX_KERNEL_FILES} are the most`] : [];
