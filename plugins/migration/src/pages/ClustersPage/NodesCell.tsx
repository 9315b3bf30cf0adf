/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Cluster } from '@namespace-migration/plugin-migration-common';
import { formatBytes } from '../../presentation/formatBytes';
import { migrationTranslationRef } from '../../translation';

/** How many nodes there are, and what they have for pods together. */
export const NodesCell = ({ status }: Pick<Cluster, 'status'>) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { nodes, capacity } = status;
  return (
    <>
      {nodes}
      {capacity && (
        <Typography
          variant="caption"
          color="textSecondary"
          component="div"
          noWrap
        >
          {t('clusters.capacity', {
            cpu: String(capacity.cpu),
            memory: formatBytes(capacity.memoryBytes),
          })}
        </Typography>
      )}
    </>
  );
};
