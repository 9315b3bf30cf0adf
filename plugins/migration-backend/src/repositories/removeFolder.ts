/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ObjectStorage } from './ObjectStorage';

const AT_ONCE = 16;

/** Object by object: deletion of many in one request is not in every S3-compatible service. */
export async function removeFolder(
  storage: ObjectStorage,
  folder: string,
): Promise<void> {
  let batch: string[] = [];
  const remove = async () => {
    await Promise.all(batch.map(key => storage.delete(key)));
    batch = [];
  };
  const keys: string[] = [];
  for await (const key of storage.list(`${folder}/`)) {
    keys.push(key);
  }
  for (const key of keys) {
    batch.push(key);
    if (batch.length === AT_ONCE) {
      await remove();
    }
  }
  await remove();
}
