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

type Engine = VolumeCopyEngine<DirectContext>;

/** The engines of this portal, by name. */
export class VolumeCopyEngines {
  private readonly engines = new Map<string, Engine>();

  constructor(engines: Engine[]) {
    this.add(...engines);
  }

  add(...engines: Engine[]): void {
    for (const engine of engines) {
      if (this.engines.has(engine.name)) {
        throw new Error(
          `There are two volume copy engines named ${engine.name}; rename one`,
        );
      }
      this.engines.set(engine.name, engine);
    }
  }

  /** @throws when a module that brought the engine was removed since the plan was made */
  get(name: string): Engine {
    const engine = this.engines.get(name);
    if (!engine) {
      throw new Error(
        `There is no volume copy engine named ${name}; there are ${[
          ...this.engines.keys(),
        ].join(', ')}`,
      );
    }
    return engine;
  }

  /** Every engine with whether it fits, for people to choose from. */
  fitsOf(
    volume: PlannedVolume,
    plan: { repository?: string } = {},
  ): Array<{ name: string; title: string; action: 'copy' | 'move' } & Fit> {
    return [...this.engines.values()].map(engine => ({
      name: engine.name,
      title: engine.title,
      action: engine.action ?? 'copy',
      ...engine.fit(volume, plan),
    }));
  }
}
