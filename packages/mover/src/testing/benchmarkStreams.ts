/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Movers } from './movers';

/**
 * One stream against several over many small files, on this machine, with real movers:
 *   npx tsx packages/mover/src/testing/benchmarkStreams.ts [FILES] [STREAMS] [ROUNDS]
 */
async function main() {
  const [files = 20_000, streams = 4, rounds = 3] = process.argv
    .slice(2)
    .map(Number);
  const movers = new Movers();
  try {
    await movers.receive();
    movers.shell(
      `for d in $(seq ${
        files / 200
      }); do mkdir $d; for f in $(seq 200); do echo "content of $d $f" > $d/$f; done; done`,
    );
    const measure = async (count: number) => {
      movers.shell('find . -mindepth 1 -delete; sync -f .', movers.destination);
      const outcome = await movers.outcome(
        movers.sendConfig({ streams: count, deadlineSeconds: 120 }),
      );
      return outcome.kind === 'pass' ? outcome.seconds : NaN;
    };
    const median = (values: number[]) =>
      [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
    const seconds: Record<number, number[]> = { 1: [], [streams]: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const count of [1, streams]) {
        seconds[count].push(await measure(count));
      }
    }
    const differences = await movers.differences();
    process.stdout.write(
      `${JSON.stringify({
        files,
        seconds,
        ratio: median(seconds[1]) / median(seconds[streams]),
        differences: differences.length,
      })}\n`,
    );
  } finally {
    movers.close();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
