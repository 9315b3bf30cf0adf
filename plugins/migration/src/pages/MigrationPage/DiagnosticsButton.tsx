/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import GetApp from '@material-ui/icons/GetApp';
import { migrationApiRef } from '../../api/migrationApiRef';
import { InlineError } from '../../components/InlineError';
import { useCommand } from '../../hooks/useCommand';
import { downloadText } from '../../presentation/downloadText';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';

/** One file for who is to help. */
export const DiagnosticsButton = ({ migrationId }: { migrationId: string }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const command = useCommand();
  return (
    <>
      <Button
        startIcon={<GetApp />}
        title={t('diagnostics.hint')}
        disabled={command.running}
        onClick={() =>
          command.run(async () => {
            const bundle = await api.getMigrationDiagnostics(migrationId);
            downloadText(
              `migration-${migrationId}.json`,
              'application/json',
              JSON.stringify(bundle, null, 2),
            );
          })
        }
      >
        {t('diagnostics.download')}
      </Button>
      {command.error && (
        <InlineError
          message={t('diagnostics.failed', {
            error: errorMessage(command.error),
          })}
        />
      )}
    </>
  );
};
