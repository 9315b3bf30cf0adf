/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageProgress,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import { judgeImages } from './judgeImages';

const digest = `sha256:${'a'.repeat(64)}`;
const other = `sha256:${'b'.repeat(64)}`;
const image: PlannedImage = {
  reference: 'a:5000/web:1',
  target: 'b:5000/web:1',
  usedBy: [],
};
const seen: ImageProgress = {
  reference: image.reference,
  target: image.target,
  digest,
  state: 'inspected',
};
const failure = (type: string) => ({
  type,
  category: 'Critical' as const,
  message: '',
});
const judged = (
  progress: Partial<ImageProgress>,
  existingTags: 'stop' | 'keep' | 'overwrite' = 'stop',
  planned: Partial<PlannedImage> = {},
  earlier: ImageProgress[] = [],
) =>
  judgeImages(
    [{ ...image, ...planned }],
    [{ ...seen, ...progress }],
    { existingTags },
    earlier,
  );
const types = ({ conditions }: ReturnType<typeof judged>) =>
  conditions.map(({ type }) => type);

describe('judgeImages', () => {
  it('leaves nothing out that nobody has looked at', () => {
    expect(() => judged({ digest: undefined })).toThrow('was not looked at');
    expect(() =>
      judgeImages([image], [], { existingTags: 'stop' }, []),
    ).toThrow('was not looked at');
  });

  it('copies what was found, with its tag', () => {
    for (const targetTagDigest of [undefined, digest]) {
      expect(judged({ targetTagDigest })).toEqual({
        conditions: [],
        notPullable: [],
        toCopy: [
          {
            reference: image.reference,
            target: image.target,
            digest,
            setsTag: true,
          },
        ],
      });
    }
  });

  it("stops at others' tags, until somebody has chosen (invariant 5)", () => {
    const taken = { targetTagDigest: other };
    expect(types(judged(taken))).toEqual(['ImageTagTaken']);
    expect(judged(taken).toCopy).toEqual([]);
    expect(judged(taken, 'keep').toCopy).toMatchObject([{ setsTag: false }]);
    expect(judged(taken, 'overwrite').toCopy).toMatchObject([
      { setsTag: true },
    ]);
  });

  it('moves a tag that an earlier migration of the plan has set, and no other', () => {
    const taken = { targetTagDigest: other };
    const before = { ...seen, digest: other, state: 'verified' as const };
    expect(judged(taken, 'stop', {}, [before]).toCopy).toHaveLength(1);
    for (const wrong of [
      { ...before, state: 'inspected' as const },
      { ...before, target: 'b:5000/other:1' },
      { ...before, digest },
    ]) {
      expect(types(judged(taken, 'stop', {}, [wrong]))).toEqual([
        'ImageTagTaken',
      ]);
    }
  });

  it('stops at what cannot be copied, but not at what no build has made yet', () => {
    const absent = { failure: failure('ImageNotFound'), digest: undefined };
    expect(types(judged(absent))).toEqual(['ImageNotFound']);
    expect(judged(absent, 'stop', { optional: true })).toEqual({
      conditions: [],
      toCopy: [],
      notPullable: [],
    });
    const refused = { failure: failure('RegistryUnreachable') };
    expect(types(judged(refused, 'stop', { optional: true }))).toEqual([
      'RegistryUnreachable',
    ]);
  });

  it('only tells of what stays where it is and cannot be pulled there', () => {
    const stays = { target: undefined };
    const found = judged({ failure: failure('X') }, 'stop', stays);
    expect(found.conditions).toEqual([]);
    expect(found.notPullable).toHaveLength(1);
    expect(judged({}, 'stop', stays).toCopy).toEqual([]);
  });
});
