/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MIGRATION_LABEL } from '@namespace-migration/plugin-migration-common';
import { kubectlGetLabelled } from '../../presentation/kubectlCommand';
import { migrationTranslationRef } from '../../translation';
import { CommandLine } from './CommandLine';

export interface HelpersCommandProps {
  cluster: string;
  namespace: string;
  migrationId: string;
}

/** What shows all helpers of the migration in a namespace. */
export const HelpersCommand = (props: HelpersCommandProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <CommandLine
      name={t('created.allHelpers')}
      command={kubectlGetLabelled(
        props,
        ['pods', 'services', 'secrets'],
        `${MIGRATION_LABEL}=${props.migrationId}`,
      )}
    />
  );
};
