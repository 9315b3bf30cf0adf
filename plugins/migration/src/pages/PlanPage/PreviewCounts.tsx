/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import { PreviewCounts as Counts } from '@namespace-migration/plugin-migration-common';
import { Figure } from '../../components/Figure';
import { previewMessages } from '../../messages/preview';
import { formatCount } from '../../presentation/formatCount';
import { migrationTranslationRef } from '../../translation';

const shown = Object.keys(previewMessages.counts) as Array<
  keyof typeof previewMessages.counts
>;

/** How many objects have which outcome; those that have none are left out. */
export const PreviewCounts = ({ counts }: { counts: Counts }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <Box display="flex" flexWrap="wrap" gridGap={32} mb={2}>
      {shown
        .filter(name => name === 'objects' || counts[name] > 0)
        .map(name => (
          <Figure
            key={name}
            label={t(`preview.counts.${name}`)}
            value={formatCount(counts[name])}
            bad={name === 'refused'}
          />
        ))}
    </Box>
  );
};
