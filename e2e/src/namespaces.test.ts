import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Cluster tests run beside each other on one pair of clusters: each needs namespaces of its own. */
describe('the namespaces of cluster tests', () => {
  it('are used by one test file each', () => {
    const files = new Map<string, string[]>();
    for (const file of readdirSync(__dirname).filter(name =>
      name.endsWith('.clustertest.ts'),
    )) {
      const text = readFileSync(join(__dirname, file), 'utf8');
      for (const [, name] of text.matchAll(
        /^const (?:namespace|moved) = '([^']+)'/gm,
      )) {
        files.set(name, [...(files.get(name) ?? []), file]);
      }
    }
    expect(files.size).toBeGreaterThan(20);
    expect([...files].filter(([, users]) => users.length > 1)).toEqual([]);
  });
});
