/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CompareConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { MoverError, Output } from '../output';
import { MoverKeys } from '../readConfig';
import { CHUNK_BYTES, hashOf } from './BlockDevice';
import { walkBlocks } from './walkBlocks';

/**
 * Both sides read every byte anew and compare. Bytes of the destination behind the source's end are not looked at: a
 * device may grow on its way.
 * @throws MoverError
 */
export async function compareBlocks(
  config: CompareConfig,
  keys: MoverKeys,
  output: Output,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  let differences = 0;
  try {
    const bytes = await walkBlocks({
      config,
      keys,
      output,
      write: false,
      onDifferent: async (_, index, chunk) => {
        differences += 1;
        if (differences <= config.maxDifferences) {
          const path = `bytes ${index * CHUNK_BYTES} to ${
            index * CHUNK_BYTES + chunk.length - 1
          }`;
          output.send({
            type: 'difference',
            volume: config.volume.name,
            path,
            pathBase64: Buffer.from(path).toString('base64'),
            field: 'content',
            source: `sha256:${hashOf(chunk).toString('hex')}`,
          });
        }
      },
    });
    return {
      kind: 'compared',
      volume: config.volume.name,
      // every byte is hashed whatever is asked: blocks have no other properties
      mode: 'full',
      files: 0,
      directories: 0,
      others: 0,
      bytes,
      differences,
      seconds: (Date.now() - startedAt) / 1000,
    };
  } catch (error) {
    if (error instanceof MoverError && error.reason === 'ConnectionBroken') {
      // half a comparison proves nothing; the portal begins it anew
      throw new MoverError('ComparisonBroken', error.message);
    }
    throw error;
  }
}
