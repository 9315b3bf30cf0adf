/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  done,
  VolumeCopyEngine,
} from '@namespace-migration/plugin-migration-node';
import { builtInEngines } from './index';
import { VolumeCopyEngines } from './VolumeCopyEngines';

const volume = {
  volumeMode: 'Filesystem',
  accessModes: ['ReadWriteOnce'],
  mountedBy: ['app'],
} as Partial<PlannedVolume> as PlannedVolume;
const tape: VolumeCopyEngine = {
  name: 'tape',
  title: 'By tape',
  fit: () => ({ fits: false, reason: 'There is no tape drive' }),
  prepare: async () => done,
  pass: async () => done,
  verify: async () => done,
};

describe('VolumeCopyEngines', () => {
  it('offers the engines of others behind the built-in ones, with the reason when one does not fit', () => {
    const engines = new VolumeCopyEngines(builtInEngines);
    engines.add(tape);
    expect(engines.get('tape')).toBe(tape);
    expect(engines.fitsOf(volume)[0]).toMatchObject({
      name: 'filesystem',
      fits: true,
    });
    expect(engines.fitsOf(volume).at(-1)).toEqual({
      name: 'tape',
      title: 'By tape',
      action: 'copy',
      fits: false,
      reason: 'There is no tape drive',
    });
  });

  it.each([
    ['ReadWriteOnce', ['app'], true],
    ['ReadWriteOncePod', [], true],
    ['ReadWriteOncePod', ['app'], false],
  ])(
    'says of %s mounted by %j whether a mover can mount it',
    (mode, mountedBy, fits) => {
      const [fit] = new VolumeCopyEngines(builtInEngines).fitsOf({
        ...volume,
        accessModes: [mode],
        mountedBy,
      });
      expect(fit.fits).toBe(fits);
      if (!fit.fits) {
        expect(fit.reason).toContain('mounted by pod app');
      }
    },
  );

  it('refuses a second engine of a name: plans could not say which they mean', () => {
    const engines = new VolumeCopyEngines(builtInEngines);
    expect(() => engines.add({ ...tape, name: 'filesystem' })).toThrow(
      'There are two volume copy engines named filesystem; rename one',
    );
  });

  it('names those that there are when a plan asks for one that is gone', () => {
    const engines = new VolumeCopyEngines([tape]);
    expect(() => engines.get('fax')).toThrow(
      'There is no volume copy engine named fax; there are tape',
    );
  });
});
