/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { migrationTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  list: {
    margin: theme.spacing(1, 0),
    paddingLeft: theme.spacing(3),
    overflowWrap: 'anywhere',
  },
}));

/** What nobody can use during a cutover. */
export const WaveStops = ({ plans }: { plans: Plan[] }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('waves.dialog.stops')}
      </Typography>
      <ul className={classes.list}>
        {plans.map(({ id, namespaces, source, entityRef }) => (
          <Typography key={id} component="li" variant="body2">
            {t('waves.dialog.stop', {
              namespaces: namespaces.map(mapping => mapping.source).join(', '),
              cluster: source,
            })}
            {entityRef && (
              <>
                {' · '}
                <EntityRefLink entityRef={entityRef} />
              </>
            )}
          </Typography>
        ))}
      </ul>
    </>
  );
};
