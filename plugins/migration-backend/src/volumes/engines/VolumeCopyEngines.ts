/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  Fit,
  VolumeCopyEngine,
} from '@namespace-migration/plugin-migration-node';
import { DirectContext } from './DirectContext';
import { EnginesByName } from './EnginesByName';

type Engine = VolumeCopyEngine<DirectContext>;

/** The volume copy engines of this portal, by name. */
export class VolumeCopyEngines extends EnginesByName<Engine> {
  constructor(engines: Engine[]) {
    super('volume copy engine', engines);
  }

  /** Every engine with whether it fits, for people to choose from. */
  fitsOf(
    volume: PlannedVolume,
    plan: { repository?: string } = {},
  ): Array<{ name: string; title: string; action: 'copy' | 'move' } & Fit> {
    return this.all().map(engine => ({
      name: engine.name,
      title: engine.title,
      action: engine.action ?? 'copy',
      ...engine.fit(volume, plan),
    }));
  }
}
