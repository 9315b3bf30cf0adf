/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  ClusterResources,
  Migration,
} from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { Branch } from '../../components/Branch';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { migrationTranslationRef } from '../../translation';
import { CreatedKind } from './CreatedKind';
import { HelpersCommand } from './HelpersCommand';
import { NamespaceBranch, resourceTree } from './resourceTree';

// each answer asks both clusters for every kind of helper
const runningMs = 10_000;

/** Everything that the migration made, on each cluster, each with a command that shows it there. */
export const CreatedCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const { id, endedAt } = migration;
  const load = useCallback(() => api.listMigrationResources(id), [api, id]);
  const { value, error, reload } = usePolled(load, () =>
    endedAt ? undefined : runningMs,
  );
  return (
    <InfoCard title={t('created.title')} subheader={t('created.intro')}>
      {error && (
        <LoadError
          title={t('created.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value?.map(cluster => (
        <OfCluster key={cluster.cluster} migrationId={id} resources={cluster} />
      ))}
    </InfoCard>
  );
};

const OfCluster = (props: {
  migrationId: string;
  resources: ClusterResources;
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { cluster, side, truncated, error } = props.resources;
  const tree = resourceTree(props.resources);
  return (
    <Box mb={2}>
      <Typography variant="subtitle1" component="h3">
        {t(`created.${side}`, { cluster })}
      </Typography>
      {error && <InlineError message={t('created.helpersFailed', { error })} />}
      {tree.length === 0 && !error && (
        <Typography color="textSecondary">{t('created.none')}</Typography>
      )}
      {tree.map(branch => (
        <OfNamespace
          key={branch.namespace ?? ''}
          cluster={cluster}
          branch={branch}
          migrationId={props.migrationId}
        />
      ))}
      {truncated && (
        <Typography color="textSecondary">{t('created.truncated')}</Typography>
      )}
    </Box>
  );
};

const OfNamespace = (props: {
  cluster: string;
  branch: NamespaceBranch;
  migrationId: string;
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { cluster, branch } = props;
  const { namespace, kinds } = branch;
  return (
    <Branch
      title={t('created.count', {
        name: namespace
          ? t('created.namespace', { namespace })
          : t('created.clusterScoped'),
        number: String(branch.count),
      })}
    >
      {namespace && kinds.some(({ helper }) => helper) && (
        <HelpersCommand
          cluster={cluster}
          namespace={namespace}
          migrationId={props.migrationId}
        />
      )}
      {kinds.map(kind => (
        <CreatedKind key={kind.key} cluster={cluster} branch={kind} />
      ))}
    </Branch>
  );
};
