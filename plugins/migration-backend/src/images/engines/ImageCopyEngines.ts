/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageCopyEngine } from '@namespace-migration/plugin-migration-node';
import { ImageContext } from './ImageContext';

type Engine = ImageCopyEngine<ImageContext>;

/** The image copy engines of this portal, by name. */
export class ImageCopyEngines {
  private readonly engines = new Map<string, Engine>();

  constructor(engines: Engine[]) {
    this.add(...engines);
  }

  add(...engines: Engine[]): void {
    for (const engine of engines) {
      if (this.engines.has(engine.name)) {
        throw new Error(
          `There are two image copy engines named ${engine.name}; rename one`,
        );
      }
      this.engines.set(engine.name, engine);
    }
  }

  find(name: string): Engine | undefined {
    return this.engines.get(name);
  }

  names(): string[] {
    return [...this.engines.keys()];
  }

  /** @throws when a module that brought the engine was removed since the plan was made */
  get(name: string): Engine {
    const engine = this.find(name);
    if (!engine) {
      throw new Error(
        `There is no image copy engine named ${name}; there are ${this.names().join(
          ', ',
        )}`,
      );
    }
    return engine;
  }
}
