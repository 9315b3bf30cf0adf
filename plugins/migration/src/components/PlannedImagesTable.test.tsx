/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { screen, within } from '@testing-library/react';
import { PlannedImage } from '@namespace-migration/plugin-migration-common';
import { renderTranslated } from '../testing/renderTranslated';
import { PlannedImagesTable } from './PlannedImagesTable';

/** The texts of each row, cell by cell. */
function rowsOf(...images: PlannedImage[]): string[][] {
  renderTranslated(<PlannedImagesTable images={images} />);
  const table = screen.getByRole('table', { name: 'Images in use' });
  return within(table)
    .getAllByRole('row')
    .map(row =>
      [...row.querySelectorAll('th, td')].map(cell => cell.textContent!),
    );
}
const reference = 'a:5000/web:1';
const web: PlannedImage = { reference, usedBy: ['Deployment shop/web'] };

describe('PlannedImagesTable', () => {
  it('says where each goes, how large it is, and who uses it', () => {
    expect(
      rowsOf(
        {
          ...web,
          target: 'b:5000/web:1',
          sizeBytes: 3 * 1024 * 1024,
          destination: 'present',
          usedBy: ['CronJob shop/job', 'Deployment shop/web'],
        },
        { ...web, reference: 'quay.io/db:1', destination: 'notPullable' },
      ),
    ).toEqual([
      ['Image', 'Target', 'Size', 'At the destination', 'Used by'],
      [
        reference,
        'b:5000/web:1',
        '3 MiB',
        'is there',
        'CronJob shop/job, Deployment shop/web',
      ],
      [
        'quay.io/db:1',
        'stays where it is',
        'not known yet',
        'cannot be pulled',
        'Deployment shop/web',
      ],
    ]);
  });

  it('knows nothing of the destination before a migration has looked', () => {
    const [, row] = rowsOf(web);
    expect(row[3]).toBe('not looked at yet');
  });

  it('shows the size of an empty image, which is known', () => {
    const [, row] = rowsOf({ ...web, sizeBytes: 0 });
    expect(row[2]).toBe('0 B');
  });
});
