/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { configure, fireEvent, screen } from '@testing-library/react';
import { exampleCluster, examplePlannedVolume } from '../../testing/examples';
import { renderWithApi } from '../../testing/renderWithApi';
import { emptyDraft } from './planDraft';
import { sizeReason } from './sizeReason';
import { VolumesStep } from './VolumesStep';

const draft = {
  ...emptyDraft,
  source: 'east',
  destination: 'west',
  namespaces: [{ source: 'shop', destination: '' }],
};
const show = (claims: string[], over: object = {}, onChange = jest.fn()) => {
  renderWithApi(
    <VolumesStep
      draft={{ ...draft, ...over }}
      clusters={['east', 'west'].map(exampleCluster)}
      errors={{}}
      onChange={onChange}
    />,
    {
      discoverPlan: async () => ({
        volumes: claims.map(examplePlannedVolume),
        conditions: [],
        checks: [],
      }),
    },
  );
  return onChange;
};

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 30_000 });

describe('VolumesStep', () => {
  it('explains what is proposed, and takes another choice', async () => {
    const onChange = show(['data']);
    const action = await screen.findByLabelText('Action for shop/data');
    expect(screen.getByText('Proposed: fast')).toBeInTheDocument();
    expect(screen.getByText('Snapshot (does not fit)')).toBeInTheDocument();
    fireEvent.change(action, { target: { value: 'skip' } });
    expect(onChange).toHaveBeenCalledWith({
      volumes: [{ namespace: 'shop', claim: 'data', action: 'skip' }],
    });
    fireEvent.click(screen.getByLabelText('More choices for shop/data'));
    expect(screen.getByText('Mounted by web-0')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Proposed: 2 GiB, what the volume has; the claim requests only 1 GiB',
      ),
    ).toBeInTheDocument();
  });

  it('says that there is none', async () => {
    show([]);
    expect(await screen.findByText(/There are no claims/)).toBeInTheDocument();
  });

  it('shows many a page at a time', async () => {
    show(Array.from({ length: 30 }, (_, index) => `claim-${index}`));
    expect(await screen.findByText('claim-9')).toBeInTheDocument();
    expect(screen.queryByText('claim-10')).not.toBeInTheDocument();
  });

  it('waits for namespaces', async () => {
    show(['data'], { namespaces: [] });
    expect(
      await screen.findByText(/at least one namespace first/),
    ).toBeInTheDocument();
  });
});

describe('sizeReason', () => {
  it('is the backend rule', () => {
    const same = { capacityBytes: 1, requestedBytes: 1 };
    expect(sizeReason(same, undefined)).toBe('sizeRequested');
    expect(sizeReason({ ...same, capacityBytes: 2 }, '')).toBe('sizeCapacity');
    expect(sizeReason(same, '1Gi')).toBe('sizeOwn');
  });
});
