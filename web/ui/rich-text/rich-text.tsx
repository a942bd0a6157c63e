import { Typography, type TypographyProps } from '@mantine/core';

interface RichTextProps extends Omit<TypographyProps, 'children'> {
  /** HTML that the server has cleaned. */
  readonly html: string;
}

/** Rich text to be read. */
export const RichText = ({ html, ...props }: RichTextProps) => (
  <Typography {...props} style={{ overflowWrap: 'anywhere' }}>
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server cleans rich text when it is written */}
    <div dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
  </Typography>
);
