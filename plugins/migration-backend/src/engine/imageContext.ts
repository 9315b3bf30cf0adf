/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageContext } from '../images/engines/ImageContext';
import { imageChoicesOf } from '../images/imageChoices';
import { PhaseContext } from './Phase';

/** What of a phase's context an image engine gets. */
export function imageContext(context: PhaseContext): ImageContext {
  const { migration, store, plan } = context;
  return {
    owner: {
      migrationId: migration.id,
      planId: migration.planId,
      fencingToken: store.fencingToken,
    },
    itinerary: migration.itinerary,
    source: context.source,
    destination: context.destination,
    namespaces: context.namespaces,
    selection: imageChoicesOf(plan.input.images),
    images: () => store.images(),
    putImage: progress => store.putImage(progress),
    event: context.event,
    transfer: context.transfer,
    repositories: context.repositories,
  };
}
