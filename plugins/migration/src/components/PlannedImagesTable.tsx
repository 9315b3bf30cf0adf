/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { PlannedImage } from '@namespace-migration/plugin-migration-common';
import { imagesMessages } from '../messages/images';
import { formatBytes } from '../presentation/formatBytes';
import { migrationTranslationRef } from '../translation';

const columns = Object.keys(imagesMessages.columns) as Array<
  keyof typeof imagesMessages.columns
>;

/** Images that a plan's workloads use, with where they go and what the destination has of them. */
export const PlannedImagesTable = (props: { images: PlannedImage[] }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <TableContainer>
      <Table size="small" aria-label={t('images.found')}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>
                {t(`images.columns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.images.map(image => (
            <TableRow key={image.reference}>
              <TableCell style={{ overflowWrap: 'anywhere' }}>
                {image.reference}
              </TableCell>
              <TableCell style={{ overflowWrap: 'anywhere' }}>
                {image.target ?? t('images.notCopied')}
              </TableCell>
              <TableCell style={{ whiteSpace: 'nowrap' }}>
                {image.sizeBytes === undefined
                  ? t('images.unknown')
                  : formatBytes(image.sizeBytes)}
              </TableCell>
              <TableCell>
                {t(`images.destinations.${image.destination ?? 'unknown'}`)}
              </TableCell>
              <TableCell>{image.usedBy.join(', ')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
