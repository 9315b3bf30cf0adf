/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { builtInImageEngines } from '../images/engines';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { checkImageEngine, checkImages } from './checkImages';

const fieldsOf = (input: Partial<PlanInput>) => {
  const fields: string[] = [];
  checkImages(input as PlanInput, field => fields.push(field));
  return fields;
};
const rule = { from: 'a:5000', to: 'b:5000/moved' };

describe('checkImages', () => {
  it('takes good choices, and none', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(
      fieldsOf({
        images: {
          rules: [rule],
          registries: [
            {
              registry: 'a:5000',
              caBundle: '-----BEGIN CERTIFICATE-----\n',
            },
          ],
        },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ type: 'state' as const, images: {} }, 'images'],
    [
      { images: { rules: [{ ...rule, from: 'shop' }] } },
      'images.rules[0].from',
    ],
    [
      { images: { rules: [rule, { ...rule, to: 'https://b' }] } },
      'images.rules[1].to',
    ],
    [
      { images: { registries: [{ registry: 'a/b' }] } },
      'images.registries[0].registry',
    ],
    [
      { images: { registries: [{ registry: 'a' }, { registry: 'a' }] } },
      'images.registries[1].registry',
    ],
    [
      { images: { registries: [{ registry: 'a', caBundle: 'x' }] } },
      'images.registries[0].caBundle',
    ],
  ])('names what is wrong in %j', (input, field) => {
    expect(fieldsOf(input)).toEqual([field]);
  });
});

describe('checkImageEngine', () => {
  const engines = new ImageCopyEngines(builtInImageEngines);
  const found = (input: Partial<PlanInput>) =>
    checkImageEngine(input as PlanInput, engines).map(({ message }) => message);

  it('wants one that is there, with the repository that it needs', () => {
    expect(found({})).toEqual([]);
    expect(found({ images: {} })).toEqual([]);
    expect(found({ images: { copyMethod: 'fax' } })).toEqual([
      'There is no image copy engine fax; choose one of direct, indirect',
    ]);
    const indirect = { copyMethod: 'indirect' };
    expect(found({ images: indirect })).toHaveLength(1);
    expect(found({ images: indirect, repository: 'bucket' })).toEqual([]);
  });
});
