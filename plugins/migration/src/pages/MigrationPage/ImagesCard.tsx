/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  ImageProgress,
  Migration,
} from '@namespace-migration/plugin-migration-common';
import { InlineError } from '../../components/InlineError';
import { ToneStatus } from '../../components/ToneStatus';
import { imagesMessages } from '../../messages/images';
import { formatBytes } from '../../presentation/formatBytes';
import { Tone } from '../../presentation/planStatus';
import { migrationTranslationRef } from '../../translation';

const columns = Object.keys(imagesMessages.progressColumns) as Array<
  keyof typeof imagesMessages.progressColumns
>;
const tones: Record<ImageProgress['state'], Tone | 'idle'> = {
  pending: 'idle',
  inspected: 'idle',
  copying: 'running',
  copied: 'running',
  verified: 'ok',
  failed: 'error',
};

/** Each image of a migration: where it goes, how far it is, and why it was given up. */
export const ImagesCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { images } = migration;
  if (!images) {
    return null;
  }
  return (
    <InfoCard title={t('images.title')}>
      {images.length === 0 ? (
        <Typography>{t('images.none')}</Typography>
      ) : (
        <TableContainer>
          <Table size="small" aria-label={t('images.title')}>
            <TableHead>
              <TableRow>
                {columns.map(column => (
                  <TableCell key={column}>
                    {t(`images.progressColumns.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {images.map(image => (
                <ImageRow key={image.reference} image={image} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </InfoCard>
  );
};

const ImageRow = ({ image }: { image: ImageProgress }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { reference, target, state, failure, sizeBytes } = image;
  const { bytesDone, bytesTotal } = image;
  return (
    <TableRow>
      <TableCell style={{ overflowWrap: 'anywhere' }}>
        {reference}
        {failure && <InlineError message={failure.message} />}
      </TableCell>
      <TableCell style={{ overflowWrap: 'anywhere' }}>
        {target ?? t('images.notCopied')}
      </TableCell>
      <TableCell>
        <ToneStatus tone={tones[state]}>
          {t(`images.states.${state}`)}
        </ToneStatus>
      </TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        {bytesTotal !== undefined &&
          t('images.ofTotal', {
            done: formatBytes(bytesDone ?? 0),
            total: formatBytes(bytesTotal),
          })}
      </TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        {sizeBytes !== undefined && formatBytes(sizeBytes)}
      </TableCell>
    </TableRow>
  );
};
