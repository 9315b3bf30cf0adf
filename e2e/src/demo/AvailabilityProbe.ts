/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type ClusterAccess } from './ClusterAccess';
import { pause } from './waitUntil';

/** Times in milliseconds since 1970 at which the application answered. */
export interface Answers {
  source: number[];
  destination: number[];
}

/** Asks the application on both clusters, through their API servers, until it is stopped. */
export class AvailabilityProbe {
  readonly answers: Answers = { source: [], destination: [] };
  private readonly probes: Promise<void>[];
  private running = true;

  constructor(
    source: ClusterAccess,
    destination: ClusterAccess,
    private readonly namespace: string,
  ) {
    this.probes = [
      this.probe(source, this.answers.source),
      this.probe(destination, this.answers.destination),
    ];
  }

  async stop(): Promise<Answers> {
    this.running = false;
    await Promise.all(this.probes);
    return this.answers;
  }

  private async probe(cluster: ClusterAccess, times: number[]): Promise<void> {
    while (this.running) {
      if (await answers(cluster, this.namespace)) {
        times.push(Date.now());
      }
      await pause(100);
    }
  }
}

/** Whether the storefront answers with an order from its database. Any failure is a "no": that is what is measured. */
export async function answers(
  cluster: ClusterAccess,
  namespace: string,
): Promise<boolean> {
  try {
    const { status, text } = await cluster.raw(
      'GET',
      `/api/v1/namespaces/${namespace}/services/storefront:80/proxy/`,
      undefined,
      2_000,
    );
    return status === 200 && text.includes('lastOrder');
  } catch {
    return false;
  }
}

/** From the last answer on the source to the first on the destination. */
export function downtimeOf({ source, destination }: Answers): {
  downtimeSeconds?: number;
  lastAnswerOnSource?: string;
  firstAnswerOnDestination?: string;
  answersOfBoth: number;
} {
  const last = source.at(-1);
  const first = destination.at(0);
  const iso = (time?: number) =>
    time === undefined ? undefined : new Date(time).toISOString();
  return {
    downtimeSeconds:
      last === undefined || first === undefined
        ? undefined
        : (first - last) / 1000,
    lastAnswerOnSource: iso(last),
    firstAnswerOnDestination: iso(first),
    answersOfBoth:
      first === undefined ? 0 : source.filter(time => time > first).length,
  };
}
