/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** The copy engines of one kind, volumes' or images', in the order in which they are proposed. */
export class EnginesByName<Engine extends { name: string }> {
  private readonly engines = new Map<string, Engine>();

  /** @param kind for messages, for example "volume copy engine" */
  constructor(private readonly kind: string, engines: Engine[]) {
    this.add(...engines);
  }

  /** @throws when there is one of that name */
  add(...engines: Engine[]): void {
    for (const engine of engines) {
      if (this.engines.has(engine.name)) {
        throw new Error(
          `There are two ${this.kind}s named ${engine.name}; rename one`,
        );
      }
      this.engines.set(engine.name, engine);
    }
  }

  find(name: string): Engine | undefined {
    return this.engines.get(name);
  }

  all(): Engine[] {
    return [...this.engines.values()];
  }

  names(): string[] {
    return [...this.engines.keys()];
  }

  /** @throws when a module that brought the engine was removed since the plan was made */
  get(name: string): Engine {
    const engine = this.find(name);
    if (!engine) {
      throw new Error(
        `There is no ${this.kind} named ${name}; there are ${this.names().join(
          ', ',
        )}`,
      );
    }
    return engine;
  }
}
