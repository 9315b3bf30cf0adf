/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Condition } from '@namespace-migration/plugin-migration-common';
import { ConditionList } from '../../components/ConditionList';
import { migrationTranslationRef } from '../../translation';

/** What stands in the way, each with its category, cause and cure; or that nothing does. */
export const ConditionsCard = (props: { conditions: Condition[] }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <InfoCard title={t('plan.conditions.title')}>
      {props.conditions.length > 0 ? (
        <ConditionList conditions={props.conditions} />
      ) : (
        <Typography>{t('plan.conditions.none')}</Typography>
      )}
    </InfoCard>
  );
};
