/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { imagesMessages } from '../../messages/images';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { ImagesProps } from './ImagesProps';

const keysOf = <T extends object>(texts: T) =>
  Object.keys(texts) as Array<keyof T & string>;

/** How images are copied. */
export const ImageOptions = ({ images, errors, onImages }: ImagesProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const {
    copyMethod = 'direct',
    platforms = 'all',
    existingTags = 'stop',
    onRollback = 'keep',
  } = images;
  const choices = [
    {
      name: 'copyMethod',
      value: copyMethod,
      options: keysOf(imagesMessages.copyMethods).map(value => ({
        value,
        label: t(`images.copyMethods.${value}`),
      })),
    },
    {
      name: 'platforms',
      value: platforms,
      options: keysOf(imagesMessages.platformsChoices).map(value => ({
        value,
        label: t(`images.platformsChoices.${value}`),
      })),
    },
    {
      name: 'existingTags',
      value: existingTags,
      options: keysOf(imagesMessages.existingTagsChoices).map(value => ({
        value,
        label: t(`images.existingTagsChoices.${value}`),
      })),
    },
    {
      name: 'onRollback',
      value: onRollback,
      options: keysOf(imagesMessages.onRollbackChoices).map(value => ({
        value,
        label: t(`images.onRollbackChoices.${value}`),
      })),
    },
  ] as const;
  return (
    <Grid container spacing={2}>
      {choices.map(({ name, value, options }) => (
        <Grid item xs={12} md={4} key={name}>
          <Choice
            id={`wizard-images-${name}`}
            label={t(`images.${name}`)}
            value={value}
            options={options}
            error={errors[`images.${name}`]}
            onValue={chosen => onImages({ [name]: chosen })}
          />
        </Grid>
      ))}
      <Grid item xs={12} md={4}>
        <FormField
          id="wizard-images-pull-secret"
          label={t('images.pullSecret')}
          help={t('images.pullSecretHelp')}
          value={images.pullSecret ?? ''}
          error={errors['images.pullSecret']}
          onValue={pullSecret =>
            onImages({ pullSecret: pullSecret || undefined })
          }
        />
      </Grid>
    </Grid>
  );
};
