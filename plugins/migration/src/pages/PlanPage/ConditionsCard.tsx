/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  ConditionList,
  ConditionListProps,
} from '../../components/ConditionList';
import { migrationTranslationRef } from '../../translation';

/** What stands in the way, each with its category, cause and cure; or that nothing does. */
export const ConditionsCard = (props: ConditionListProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <InfoCard title={t('plan.conditions.title')}>
      {props.conditions.length > 0 ? (
        <ConditionList {...props} />
      ) : (
        <Typography>{t('plan.conditions.none')}</Typography>
      )}
    </InfoCard>
  );
};
