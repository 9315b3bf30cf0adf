/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { configure, screen, within } from '@testing-library/react';
import {
  ImageProgress,
  Migration,
} from '@namespace-migration/plugin-migration-common';
import { renderTranslated } from '../../testing/renderTranslated';
import { renderWithApi } from '../../testing/renderWithApi';
import { ImagesCard } from './ImagesCard';

configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(60_000);

const card = (images?: ImageProgress[]) => (
  <ImagesCard migration={{ images } as Migration} />
);
/** In an app: status dots ask it for icons. */
async function show(...images: ImageProgress[]): Promise<HTMLElement> {
  renderWithApi(card(images), {});
  return screen.findByRole('table', { name: 'Images' });
}
const rowOf = (reference: string) => screen.getByText(reference).closest('tr')!;
const MIB = 1024 * 1024;
const web: ImageProgress = {
  reference: 'a:5000/web:1',
  target: 'b:5000/web:1',
  state: 'pending',
};

describe('ImagesCard', () => {
  it('is not there for a migration without images, and says when none was found', () => {
    const { container, rerender } = renderTranslated(card());
    expect(container).toBeEmptyDOMElement();
    rerender(card([]));
    expect(screen.getByText('No images were found.')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows where each goes and how far it is', async () => {
    const table = await show(
      {
        ...web,
        state: 'copying',
        bytesDone: MIB,
        bytesTotal: 2 * MIB,
        sizeBytes: 5 * MIB,
      },
      { reference: 'quay.io/db:1', state: 'inspected', sizeBytes: 7 * MIB },
    );
    const texts = within(table)
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('th, td')].map(cell => cell.textContent!),
      );
    expect(texts).toEqual([
      ['Image', 'Target', 'State', 'Sent', 'Size'],
      ['a:5000/web:1', 'b:5000/web:1', 'Copying', '1 MiB of 2 MiB', '5 MiB'],
      // nothing is sent of what stays
      ['quay.io/db:1', 'stays where it is', 'Looked at', '', '7 MiB'],
    ]);
  });

  it('has sent nothing yet of what is to be sent, and all of nothing', async () => {
    await show(
      { ...web, state: 'inspected', bytesTotal: MIB },
      { ...web, reference: 'a:5000/api:1', state: 'copied', bytesTotal: 0 },
    );
    expect(rowOf('a:5000/web:1')).toHaveTextContent('0 B of 1 MiB');
    expect(rowOf('a:5000/api:1')).toHaveTextContent('0 B of 0 B');
  });

  it('says at the image why it was given up', async () => {
    const message = 'Image a:5000/web:1: registry b:5000 is full';
    await show(
      {
        ...web,
        state: 'failed',
        failure: { type: 'RegistryFull', category: 'Critical', message },
      },
      { ...web, reference: 'a:5000/api:1', state: 'verified' },
    );
    const failed = within(rowOf('a:5000/web:1'));
    expect(failed.getByRole('alert')).toHaveTextContent(message);
    expect(failed.getByText('Failed')).toBeVisible();
    expect(failed.getByLabelText('Status error')).toBeInTheDocument();
    const proven = within(rowOf('a:5000/api:1'));
    expect(proven.queryByRole('alert')).not.toBeInTheDocument();
    expect(proven.getByText('Proven')).toBeVisible();
    expect(proven.getByLabelText('Status ok')).toBeInTheDocument();
  });
});
