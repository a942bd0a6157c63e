import { Input, SegmentedControl, Select, SimpleGrid, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language, languages } from '../../languages/languages.ts';
import { Section } from '../../ui/section.tsx';

const schemes = ['light', 'dark', 'auto'] as const;

/** The language and the colours of this browser. */
export const Looks = () => {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('settings.profile.looks')} hint={t('settings.profile.looksHint')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('frame.language.label')}
          allowDeselect={false}
          value={i18n.language as Language}
          onChange={(language) => void (language && chooseLanguage(language))}
          data={(Object.entries(languages) as [Language, string][]).map(([value, label]) => ({ value, label }))}
        />
        <Input.Wrapper label={t('frame.theme.label')} labelElement="div">
          <SegmentedControl
            display="flex"
            style={{ width: 'fit-content' }}
            aria-label={t('frame.theme.label')}
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme)}
            data={schemes.map((value) => ({ value, label: t(`frame.theme.${value}`) }))}
          />
        </Input.Wrapper>
      </SimpleGrid>
    </Section>
  );
};
