/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { Cluster } from '@namespace-migration/plugin-migration-common';
import {
  NamespaceLocation,
  useNamespaceLocations,
} from '../hooks/useNamespaceLocations';
import { ToneStatus } from './ToneStatus';

export interface NamespaceLocationsProps {
  namespaces: string[];
  clusters: Cluster[];
}

/** Where the namespaces run today, cluster by cluster. */
export const NamespaceLocations = (props: NamespaceLocationsProps) => {
  const locations = useNamespaceLocations(props.namespaces, props.clusters);
  return (
    <InfoCard title="Where it runs today">
      {locations.loading && <Progress />}
      {locations.value && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Cluster</TableCell>
              <TableCell>Namespace</TableCell>
              <TableCell>State</TableCell>
              <TableCell align="right">Claims</TableCell>
              <TableCell align="right">Services</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {locations.value.map(location => (
              <TableRow key={`${location.cluster}/${location.namespace}`}>
                <TableCell>{location.cluster}</TableCell>
                <TableCell>{location.namespace}</TableCell>
                <TableCell>
                  <State location={location} />
                </TableCell>
                <TableCell align="right">{location.found?.claims}</TableCell>
                <TableCell align="right">{location.found?.services}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </InfoCard>
  );
};

const State = ({
  location: { found, error },
}: {
  location: NamespaceLocation;
}) => {
  if (error) {
    return <ToneStatus tone="error">{error}</ToneStatus>;
  }
  if (!found) {
    return <ToneStatus tone="idle">No such namespace</ToneStatus>;
  }
  const { runningPods = 0, pods = 0 } = found;
  return (
    <ToneStatus tone={runningPods > 0 ? 'ok' : 'idle'}>
      {runningPods} of {pods} pods run
    </ToneStatus>
  );
};
