/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { InlineError } from '../../components/InlineError';
import { useCommand } from '../../hooks/useCommand';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';

export interface RowActionsProps {
  name: string;
  test?(): Promise<void>;
  onEdit(): void;
  onRemove(): void;
}

/** What can be done with a registered thing. */
export const RowActions = (props: RowActionsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { name, test } = props;
  const command = useCommand();
  return (
    <>
      <Box display="flex" justifyContent="flex-end">
        {test && (
          <Button
            size="small"
            aria-label={t('registry.testOf', { name })}
            disabled={command.running}
            onClick={() => command.run(test)}
          >
            {command.running ? t('registry.testing') : t('registry.test')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={t('registry.editOf', { name })}
          onClick={props.onEdit}
        >
          {t('registry.edit')}
        </Button>
        <Button
          size="small"
          aria-label={t('registry.removeOf', { name })}
          onClick={props.onRemove}
        >
          {t('registry.remove')}
        </Button>
      </Box>
      {command.error && <InlineError message={errorMessage(command.error)} />}
    </>
  );
};
