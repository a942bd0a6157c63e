import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../server/casekeep.ts';
import { upload } from '../../server/upload.ts';
import { Face } from '../../ui/face.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import { squarePicture } from './square-picture.ts';

/** What shows oneself: chosen, changed, and taken away. */
export const OwnPicture = () => {
  const { t } = useTranslation();
  const { id: userId, displayName, avatarUrl } = useMe();
  const outdates = [['me'], ['users'], ['case'], ['cases'], ['space']];
  const choosing = useWrite({
    write: async (file: File) => {
      const picture = await squarePicture(file).catch(() => {
        throw new Error(t('settings.profile.noPicture'));
      });
      await upload({ method: 'PUT', path: `/api/v1/users/${userId}/avatar`, file: picture });
    },
    outdates,
    told: t('action.saved'),
  });
  const removing = useWrite({ write: () => casekeep.deleteAvatar({ userId }), outdates, told: t('action.saved') });
  return (
    <Group gap="md">
      <Face name={displayName} picture={avatarUrl} size={72} />
      <Stack gap={6}>
        <Group gap="xs">
          <FileButton
            accept="image/png,image/jpeg,image/gif,image/webp"
            onChange={(file) => {
              if (file !== null) choosing.mutate(file);
            }}
          >
            {(opening) => (
              <Button
                {...opening}
                size="xs"
                variant="default"
                loading={choosing.isPending}
                leftSection={<IconPhoto size={14} aria-hidden />}
              >
                {t('settings.profile.choosePicture')}
              </Button>
            )}
          </FileButton>
          {avatarUrl !== null && (
            <Button
              size="xs"
              variant="subtle"
              color="red"
              loading={removing.isPending}
              onClick={() => removing.mutate()}
            >
              {t('settings.profile.removePicture')}
            </Button>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('settings.profile.pictureHint')}
        </Text>
      </Stack>
    </Group>
  );
};
