/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { CopyTextButton, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { useCallback, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { migrationTranslationRef, Translate } from '../../translation';
import { ChoiceField } from '../registry/ChoiceField';
import { CodeBlock } from '../registry/CodeBlock';

type Role = 'source' | 'destination';

const fileOf = (role: Role) => `namespace-migration-${role}.yaml`;

/** What prints the token to register the cluster with. */
const commandsOf = (role: Role, t: Translate) => `kubectl apply -f ${fileOf(
  role,
)}
# ${t('clusters.rights.newKubernetes')}
kubectl -n namespace-migration create token portal --duration 720h
# ${t('clusters.rights.oldKubernetes')}
kubectl -n namespace-migration get secret "$(kubectl -n namespace-migration get serviceaccount portal \\
  -o jsonpath='{.secrets[0].name}')" -o jsonpath='{.data.token}' | base64 -d`;

/** The account and rights to make on a new cluster, and how to get its token. */
export const RightsDialog = ({ onClose }: { onClose(): void }) => {
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const [role, setRole] = useState<Role>('source');
  const load = useCallback(() => api.getRbacManifest(role), [api, role]);
  const manifest = usePolled(load, () => undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="md"
      aria-labelledby="rights-title"
    >
      <DialogTitle id="rights-title">{t('clusters.rights.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('clusters.rights.intro')}</DialogContentText>
        <ChoiceField<Role>
          id="rights-role"
          label={t('clusters.rights.role')}
          value={role}
          onChoose={setRole}
          help={t('clusters.rights.destinationNote')}
          choices={[
            { value: 'source', label: t('clusters.rights.source') },
            { value: 'destination', label: t('clusters.rights.destination') },
          ]}
        />
        {manifest.loading && <Progress />}
        {manifest.error && (
          <LoadError
            title={t('clusters.rights.loadError')}
            error={manifest.error}
            onRetry={manifest.reload}
          />
        )}
        {manifest.value !== undefined && (
          <>
            <Box display="flex" alignItems="center" gridGap={8} mt={2}>
              <Typography variant="subtitle2">{fileOf(role)}</Typography>
              <CopyTextButton
                text={manifest.value}
                tooltipText={t('clusters.rights.copied')}
                aria-label={t('clusters.rights.copy')}
              />
              <Button
                size="small"
                component="a"
                download={fileOf(role)}
                href={`data:text/yaml;charset=utf-8,${encodeURIComponent(
                  manifest.value,
                )}`}
              >
                {t('clusters.rights.download')}
              </Button>
            </Box>
            <CodeBlock
              label={t('clusters.rights.manifest')}
              text={manifest.value}
            />
            <Box display="flex" alignItems="center" gridGap={8} mt={2}>
              <Typography variant="subtitle2">
                {t('clusters.rights.commands')}
              </Typography>
            </Box>
            <CodeBlock
              label={t('clusters.rights.commands')}
              text={commandsOf(role, t)}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('registry.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
