/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ConfirmationDialog } from '../../components/ConfirmationDialog';
import { useCommand } from '../../hooks/useCommand';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';

export interface RemoveDialogProps {
  name: string;
  /** What is lost and what is not. */
  happens: string;
  remove(): Promise<void>;
  onClose(): void;
  onRemoved(): void;
}

/** Removes after a click. A refusal says what uses it, and the dialog stays. */
export const RemoveDialog = (props: RemoveDialogProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const command = useCommand();
  const remove = async () => {
    if (await command.run(props.remove)) {
      props.onRemoved();
      props.onClose();
    }
  };
  return (
    <ConfirmationDialog
      confirmation={{
        title: t('registry.removeTitle', { name: props.name }),
        happens: [props.happens],
        button: t('registry.remove'),
      }}
      running={command.running}
      error={command.error && errorMessage(command.error)}
      onConfirm={remove}
      onClose={props.onClose}
    />
  );
};
