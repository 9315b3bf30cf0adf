/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { EndpointKind } from '@namespace-migration/plugin-migration-common';
import { FieldErrors } from '../../presentation/fieldErrors';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { ClusterValues } from './clusterForm';

export interface ClusterOptionsFieldsProps {
  values: ClusterValues;
  errors: FieldErrors;
  onChange(values: ClusterValues): void;
}

const endpointKinds: EndpointKind[] = [
  'ClusterIP',
  'Route',
  'LoadBalancer',
  'NodePort',
  'Tunnel',
];

/** What few clusters need; folded away, save when something is wrong with it. */
export const ClusterOptionsFields = (props: ClusterOptionsFieldsProps) => {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const wrong = Object.keys(errors).some(path => path.startsWith('options.'));
  const set = (change: Partial<ClusterValues>) =>
    onChange({ ...values, ...change });
  return (
    <Accordion
      elevation={0}
      {...(wrong && { expanded: true })}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        expandIcon={<ExpandMore />}
        id="cluster-options"
        aria-controls="cluster-options-fields"
      >
        <Typography>{t('clusters.form.options')}</Typography>
      </AccordionSummary>
      <AccordionDetails style={{ display: 'block' }}>
        <FormField
          id="cluster-mover-image"
          label={t('clusters.form.moverImage')}
          value={values.moverImage}
          onValue={moverImage => set({ moverImage })}
          help={t('clusters.form.moverImageHelp')}
          error={errors['options.moverImage']}
        />
        <TextField
          id="cluster-endpoints"
          select
          fullWidth
          margin="normal"
          label={t('clusters.form.endpoints')}
          value={values.endpoints}
          SelectProps={{ multiple: true }}
          onChange={event =>
            set({ endpoints: event.target.value as unknown as EndpointKind[] })
          }
          error={Boolean(errors['options.endpoints'])}
          helperText={
            errors['options.endpoints'] ?? t('clusters.form.endpointsHelp')
          }
        >
          {endpointKinds.map(kind => (
            <MenuItem key={kind} value={kind}>
              {kind}
            </MenuItem>
          ))}
        </TextField>
        <FormField
          id="cluster-node-addresses"
          label={t('clusters.form.nodeAddresses')}
          value={values.nodeAddresses}
          onValue={nodeAddresses => set({ nodeAddresses })}
          help={t('clusters.form.nodeAddressesHelp')}
          error={errors['options.nodeAddresses']}
        />
        <FormField
          id="cluster-movable"
          label={t('clusters.form.movable')}
          value={values.movable}
          onValue={movable => set({ movable })}
          help={t('clusters.form.movableHelp')}
          error={errors['options.movableStorageClasses']}
        />
        <FormField
          id="cluster-route-domain"
          label={t('clusters.form.routeDomain')}
          value={values.routeDomain}
          onValue={routeDomain => set({ routeDomain })}
          help={t('clusters.form.routeDomainHelp')}
          error={errors['options.route.domain']}
        />
        <FormField
          id="cluster-route-address"
          label={t('clusters.form.routeAddress')}
          value={values.routeAddress}
          onValue={routeAddress => set({ routeAddress })}
          help={t('clusters.form.routeAddressHelp')}
          error={errors['options.route.address']}
        />
        <FormField
          id="cluster-route-port"
          label={t('clusters.form.routePort')}
          type="number"
          value={values.routePort}
          onValue={routePort => set({ routePort })}
          error={errors['options.route.port']}
        />
        <FormField
          id="cluster-movers"
          label={t('clusters.form.moversPerCluster')}
          type="number"
          value={values.moversPerCluster}
          onValue={moversPerCluster => set({ moversPerCluster })}
          help={t('clusters.form.limitHelp')}
          error={errors['options.limits.moversPerCluster']}
        />
        <FormField
          id="cluster-movers-node"
          label={t('clusters.form.moversPerNode')}
          type="number"
          value={values.moversPerNode}
          onValue={moversPerNode => set({ moversPerNode })}
          help={t('clusters.form.limitHelp')}
          error={errors['options.limits.moversPerNode']}
        />
      </AccordionDetails>
    </Accordion>
  );
};
