/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { migrationTranslationRef } from '../../translation';

/** The place of the choices for images, of which there are none yet. */
export const ImagesStep = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('wizard.images.nothing')}
      </Typography>
      <Typography>{t('wizard.images.about')}</Typography>
    </>
  );
};
