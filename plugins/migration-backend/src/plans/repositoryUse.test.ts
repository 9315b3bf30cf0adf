/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { builtInImageEngines } from '../images/engines';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { builtInEngines } from '../volumes/engines';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { repositoryUse } from './repositoryUse';

const volume = (copyMethod: string, action = 'copy', known = true) =>
  ({
    action,
    copyMethod,
    copyMethods: known ? [{ name: copyMethod }] : [],
  } as unknown as PlannedVolume);
const used = (input: Partial<PlanInput>, ...volumes: PlannedVolume[]) => {
  const use = repositoryUse(
    input as PlanInput,
    volumes,
    new VolumeCopyEngines(builtInEngines),
    new ImageCopyEngines(builtInImageEngines),
  );
  return [use.volumes && 'volumes', use.images && 'images'].filter(Boolean);
};
const repository = 'bucket';
const images = { copyMethod: 'indirect' };

describe('repositoryUse', () => {
  it('is by volumes that are copied through it', () => {
    expect(used({ repository }, volume('indirect'))).toEqual(['volumes']);
    expect(
      used(
        { repository },
        volume('filesystem'),
        volume('indirect', 'skip'),
        volume('gone', 'copy', false),
      ),
    ).toEqual([]);
  });

  it('is by images that are copied through it', () => {
    expect(used({ repository, images })).toEqual(['images']);
    expect(used({ repository, images: {} })).toEqual([]);
    expect(used({ repository, images, type: 'state' })).toEqual([]);
    expect(used({ repository, images: { copyMethod: 'fax' } })).toEqual([]);
  });

  it('is none where none is named', () => {
    expect(used({ images }, volume('indirect'))).toEqual([]);
  });
});
