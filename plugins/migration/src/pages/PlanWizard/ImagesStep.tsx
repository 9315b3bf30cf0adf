/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { InlineError } from '../../components/InlineError';
import { migrationTranslationRef } from '../../translation';
import { FoundImages } from './FoundImages';
import { ImageOptions } from './ImageOptions';
import { ImageRegistriesFields } from './ImageRegistriesFields';
import { ImageRulesFields } from './ImageRulesFields';
import { StepProps } from './StepProps';

/** Whether images come along, which of them, and how. */
export const ImagesStep = (props: StepProps) => {
  const { draft, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const { images } = draft;
  if ((draft.type ?? 'full') !== 'full') {
    return <Typography>{t('images.notOfType')}</Typography>;
  }
  const parts = images && {
    images,
    errors,
    onImages: (change: Partial<typeof images>) =>
      onChange({ images: { ...images, ...change } }),
  };
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={images !== undefined}
            onChange={(_, checked) =>
              onChange({ images: checked ? {} : undefined })
            }
          />
        }
        label={t('images.copy')}
      />
      <Typography gutterBottom>
        {t(images ? 'images.about' : 'images.off')}
      </Typography>
      {errors.images && <InlineError message={errors.images} />}
      {parts && (
        <>
          <ImageRulesFields {...parts} />
          <ImageRegistriesFields {...parts} />
          <ImageOptions {...parts} />
          <FoundImages {...props} />
        </>
      )}
    </>
  );
};
