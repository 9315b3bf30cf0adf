/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type DemoApplicationOptions } from '../application/DemoApplication';
import { type ClusterAccess } from '../ClusterAccess';
import { type CutoverEvidence } from '../DemoReport';
import { objectsFor } from '../deployApplication';
import { missingFrom } from './differencesBetween';

/** Whether everything that was deployed is on the destination, field by field, in the versions that it serves. */
export async function compareObjects(
  destination: ClusterAccess,
  options: DemoApplicationOptions,
): Promise<NonNullable<CutoverEvidence['objects']>> {
  await destination.types(true); // the custom kind is new there
  const asked = await objectsFor(destination, options);
  const details: string[] = [];
  let present = 0;
  let different = 0;
  for (const object of asked) {
    const name = `${object.kind} ${object.metadata.name}`;
    const live = await destination.get(object);
    if (!live) {
      details.push(`${name} is absent`);
      continue;
    }
    present++;
    if (object.kind === 'PersistentVolumeClaim') {
      // the plan sizes the claims of the destination
      delete object.spec.resources;
    }
    const differences = missingFrom(object, live);
    if (differences.length > 0) {
      different++;
      details.push(`${name} ${differences.join(' ')}`);
    }
  }
  return { expected: asked.length, present, different, details };
}
