/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { screen } from '@testing-library/react';
import { exampleVolume } from '../testing/examples';
import { renderTranslated } from '../testing/renderTranslated';
import { VolumeProgressBar } from './VolumeProgressBar';

describe('VolumeProgressBar', () => {
  it('does not pretend that a copy of an ended migration goes on', () => {
    const { rerender } = renderTranslated(
      <VolumeProgressBar volume={exampleVolume()} ended={false} />,
    );
    expect(screen.getByText('copying (bulk pass)')).toBeVisible();
    expect(screen.getByText(/20 s left/)).toBeVisible();
    rerender(<VolumeProgressBar volume={exampleVolume()} ended />);
    expect(screen.getByText('interrupted (bulk pass)')).toBeVisible();
    expect(screen.queryByText(/left|\/s/)).not.toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
  });

  it('moves without a number while the total is not known', () => {
    renderTranslated(
      <VolumeProgressBar
        volume={exampleVolume({ bytesTotal: undefined })}
        ended={false}
      />,
    );
    expect(screen.getByRole('progressbar')).not.toHaveAttribute(
      'aria-valuenow',
    );
  });
});
