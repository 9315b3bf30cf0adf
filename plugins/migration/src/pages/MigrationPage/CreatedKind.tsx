/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { MigrationResource } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { Branch } from '../../components/Branch';
import { humanize } from '../../presentation/humanize';
import { kubectlGet } from '../../presentation/kubectlCommand';
import { migrationTranslationRef } from '../../translation';
import { CommandLine } from './CommandLine';
import { KindBranch } from './resourceTree';

const AT_FIRST = 50;

/** The things of one kind in one namespace. */
export const CreatedKind = (props: { cluster: string; branch: KindBranch }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { kind, helper, resources } = props.branch;
  const [shown, setShown] = useState(AT_FIRST);
  const detailOf = ({ state, status, component, volume }: MigrationResource) =>
    [
      state && humanize(state),
      component &&
        (volume
          ? t('created.helper', { component: humanize(component), volume })
          : humanize(component)),
      status,
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Branch
      title={t('created.count', {
        name: helper ? t('created.helperKind', { kind }) : kind,
        number: String(resources.length),
      })}
    >
      {resources.slice(0, shown).map(resource => (
        <CommandLine
          key={resource.name}
          name={resource.name}
          detail={detailOf(resource)}
          command={kubectlGet({ ...resource, cluster: props.cluster })}
        />
      ))}
      {resources.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 200)}>
          {t('created.more', {
            number: String(Math.min(200, resources.length - shown)),
          })}
        </Button>
      )}
    </Branch>
  );
};
