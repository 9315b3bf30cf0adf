/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageToCopy } from '@namespace-migration/plugin-migration-node';
import { imageChoicesOf } from '../../imageChoices';
import { internalRegistry } from '../../mapImage';
import { ImageContext } from '../ImageContext';
import { ImageJobs } from './ImageJobs';

const hex = 'a'.repeat(64);
const digest = `sha256:${hex}`;
const cluster = { get: async () => undefined, list: async () => [] };
const jobs = () =>
  new ImageJobs({
    source: cluster,
    destination: cluster,
    namespaces: [{ source: 'shop', destination: 'moved' }],
    selection: imageChoicesOf({}),
  } as unknown as ImageContext);
/** The tag that a copy, a copy out of a repository, and a proof have at the target. */
async function tagsAt(
  registry: string,
  image: Pick<ImageToCopy, 'reference' | 'setsTag'>,
) {
  const target = `${registry}/moved/web:1`;
  const toCopy = { ...image, digest, target };
  const { reference, setsTag: tag } = image;
  const copied = await jobs().job(reference, { digest, target, tag });
  const filled = await jobs().jobAtTarget(toCopy, { fills: true });
  const proven = await jobs().jobAtTarget(toCopy);
  return [copied, filled, proven].map(job => job.target?.tag);
}

describe('ImageJobs', () => {
  const tagged = { reference: 'a:5000/shop/web:1', setsTag: true };
  const untagged = [
    // as an older image of a stream, and as a workload that names a digest
    { reference: `a:5000/shop/web@${digest}`, setsTag: true },
    // its tag is kept
    { ...tagged, setsTag: false },
  ];

  it('sets the tag that the image has', async () => {
    for (const registry of ['b:5000', internalRegistry]) {
      expect(await tagsAt(registry, tagged)).toEqual(['1', '1', '1']);
    }
  });

  it.each(untagged)('brings %j by digest alone', async image => {
    const none = undefined;
    expect(await tagsAt('b:5000', image)).toEqual([none, none, none]);
  });

  it.each(untagged)(
    "moves no tag of OpenShift's own registry for %j, and proves it by its digest",
    async image => {
      const own = `digest-${hex}`;
      expect(await tagsAt(internalRegistry, image)).toEqual([
        own,
        own,
        undefined,
      ]);
    },
  );

  it('looks for no such tag before the copy', async () => {
    const [{ reference }] = untagged;
    const target = `${internalRegistry}/moved/web`;
    const job = await jobs().job(reference, { target, tag: true });
    expect(job.target).not.toHaveProperty('tag');
  });
});
