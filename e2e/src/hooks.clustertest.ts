/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookInput,
  HookRun,
  PlanHook,
} from '@namespace-migration/plugin-migration-common';
import { deployHooked, jobThatFailsElsewhere } from './hookedNamespace';
import { HttpListener } from './httpListener';
import { pausedKinds } from './pausedKinds';
import { TestBed } from './testBed';

const namespace = 'shop-hooks';
const port = 7285;
const header = 'Bearer sesame-open-42';

describe('hooks', () => {
  let bed: TestBed;
  let untouched: unknown;
  const listener = new HttpListener();

  beforeAll(async () => {
    await listener.start();
    bed = await TestBed.start(port, namespace, { fixture: false });
    await deployHooked(bed);
    untouched = await bed.describeObjects(bed.source, namespace);
  });

  afterEach(async () => {
    expect(await bed.leftovers()).toEqual([]);
  });

  afterAll(async () => {
    listener.stop();
    await bed?.close();
  });

  const jobs = async () =>
    (await bed.call(bed.source, `/apis/batch/v1/namespaces/${namespace}/jobs`))
      .items;

  const script = (
    name: string,
    text: string,
    rest: Partial<HookInput> = {},
  ): HookInput => ({
    name,
    kind: 'script',
    script: {
      // on a busy node the last words of a container that ends at once may never reach its log
      script: `trap 'sleep 1' EXIT; ${text}`,
      image: bed.environment.images.demo,
      interpreter: ['/bin/bash', '-e'],
    },
    retries: 0,
    deadlineSeconds: 120,
    ...rest,
  });
  const http = (
    name: string,
    path: string,
    rest: Partial<HookInput> = {},
  ): HookInput => ({
    name,
    kind: 'http',
    http: { url: listener.url(path), headers: { authorization: header } },
    retries: 0,
    deadlineSeconds: 60,
    ...rest,
  });
  const register = (...hooks: HookInput[]) =>
    Promise.all(hooks.map(hook => bed.backend.api.registerHook(hook)));
  const at = (phase: PlanHook['phase'], hook: string, rest = {}): PlanHook => ({
    phase,
    hook,
    ...rest,
  });
  const shortened = (runs: HookRun[]) =>
    runs.map(
      ({ phase, hook, attempt, state }) =>
        `${phase} ${hook} ${attempt} ${state}`,
    );
  const logOf = async (migration: string, hook: string) => {
    const { api } = bed.backend;
    const run = (await api.listHookRuns(migration)).find(
      candidate => candidate.hook === hook,
    );
    return api.getHookRunLog(migration, run!.id);
  };
  const phaseNames = async (id: string) =>
    (await bed.backend.api.getMigration(id)).phases.map(({ phase }) => phase);

  it('run in order, hand on what they found out, and leave a log and an outcome', async () => {
    const { api } = bed.backend;
    const moved = `${namespace}-moved`;
    listener.answers.set('/ticket', res =>
      res.end('{"ticket": 4711, "api_token": "hush-hush-token", "list": []}'),
    );
    const about =
      'echo "$PHASE $PLAN_NAME $SOURCE_NAMESPACE $DESTINATION_NAMESPACE"';
    await register(
      http('ticket', '/ticket'),
      script(
        'first',
        `${about}; echo "ticket $HOOK_OUTPUT_TICKET"; echo "token $HOOK_OUTPUT_API_TOKEN"; echo "::output colour=dark blue"`,
      ),
      script('second', 'echo "::output colour=$HOOK_OUTPUT_COLOUR, nearly"'),
      script('limps', 'echo it hurts; exit 3', {
        onFailure: 'continue',
        retries: 1,
      }),
      script(
        'there',
        `${about}; cat /var/run/secrets/kubernetes.io/serviceaccount/namespace`,
      ),
      {
        ...http('tell', '/tell'),
        http: {
          url: listener.url('/tell'),
          headers: { authorization: header },
          body: '{"colour": "${HOOK_OUTPUT_COLOUR}", "phase": "${PHASE}"}',
        },
      },
      {
        name: 'plain',
        kind: 'image',
        image: {
          image: bed.environment.images.demo,
          command: ['/bin/bash', '-c'],
          args: ['echo "$GREETING"; sleep 1'],
          env: { GREETING: 'hello $(PHASE)' },
        },
        retries: 0,
      },
    );
    const plan = await bed.plan('hooks', moved, {
      hooks: [
        at('PreStage', 'plain'),
        at('PostStage', 'tell'),
        at('PreBackup', 'ticket'),
        at('PreBackup', 'first'),
        at('PreQuiesce', 'second'),
        at('PostBackup', 'limps'),
        at('PreRestore', 'there'),
        at('SmokeCheck', 'there'),
        at('PostVerify', 'tell'),
        at('PreRollback', 'there'),
        at('PostRollback', 'tell'),
      ],
    });
    expect(plan.conditions).toEqual([]);

    const stage = await bed.backend.run(plan.id, 'stage');
    expect(shortened(await api.listHookRuns(stage.id))).toEqual([
      'PreStage plain 1 succeeded',
      'PostStage tell 1 succeeded',
    ]);
    expect(await logOf(stage.id, 'plain')).toBe('hello $(PHASE)\n');
    expect(await phaseNames(stage.id)).not.toContain('PreBackupHooks');

    const cutover = await bed.backend.run(plan.id, 'cutover');
    const runs = await api.listHookRuns(cutover.id);
    expect(shortened(runs)).toEqual([
      'PreBackup ticket 1 succeeded',
      'PreBackup first 1 succeeded',
      'PreQuiesce second 1 succeeded',
      'PostBackup limps 1 failed',
      'PostBackup limps 2 failed',
      'PreRestore there 1 succeeded',
      'SmokeCheck there 1 succeeded',
      'PostVerify tell 1 succeeded',
    ]);
    expect(runs[0]).toMatchObject({
      status: 200,
      outputs: { ticket: '4711', api_token: '***' },
    });
    expect(runs[3]).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/exit code 3.*it hurts/s),
      cluster: 'source',
    });
    expect(runs[5]).toMatchObject({ cluster: 'destination', namespace: moved });
    expect(await logOf(cutover.id, 'first')).toBe(
      `PreBackup hooks ${namespace} ${moved}\nticket 4711\ntoken ***\n::output colour=dark blue\n`,
    );
    expect(await logOf(cutover.id, 'there')).toBe(
      `PreRestore hooks ${namespace} ${moved}\n${moved}`,
    );
    const [, told] = listener.of('/tell');
    expect(told).toMatchObject({
      body: { colour: 'dark blue, nearly', phase: 'PostVerify' },
      headers: { authorization: header },
    });
    const events = await api.listMigrationEvents(cutover.id);
    expect(
      events.filter(({ reason }) => /^Hook/.test(reason)).map(e => e.reason),
    ).toEqual([
      'HookSucceeded',
      'HookSucceeded',
      'HookSucceeded',
      'HookAttemptFailed',
      'HookFailed',
      'HookSucceeded',
      'HookSucceeded',
      'HookSucceeded',
    ]);
    // nothing secret in any answer
    const logs = await Promise.all(
      runs.map(({ id }) => api.getHookRunLog(cutover.id, id)),
    );
    const answers = JSON.stringify([
      runs,
      logs,
      events,
      await api.listHooks(),
      await api.getPlan(plan.id),
    ]);
    for (const secret of ['sesame-open', 'hush-hush']) {
      expect(answers).not.toContain(secret);
    }

    const rollback = await bed.backend.run(plan.id, 'rollback');
    expect(shortened(await api.listHookRuns(rollback.id))).toEqual([
      'PreRollback there 1 succeeded',
      'PostRollback tell 1 succeeded',
    ]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    await expect(api.deleteHook('tell')).rejects.toMatchObject({
      statusCode: 409,
      body: { error: { message: expect.stringContaining('hooks') } },
    });
  });

  it('that fail end the cutover, and the source runs again as it was', async () => {
    const { api } = bed.backend;
    await register(
      script('refuses', 'echo "no more space"; exit 7', { retries: 1 }),
    );
    const plan = await bed.plan('failing', `${namespace}-failing`, {
      hooks: [at('PostBackup', 'refuses')],
    });
    const cutover = await bed.backend.run(plan.id, 'cutover', 'Failed');
    expect(cutover.conditions).toEqual([
      expect.objectContaining({
        type: 'HookFailed',
        message: expect.stringMatching(
          /Hook refuses of PostBackup.*exit code 7.*no more space.*start again/s,
        ),
        object: expect.objectContaining({ kind: 'Pod', cluster: 'source' }),
      }),
    ]);
    expect(shortened(await api.listHookRuns(cutover.id))).toEqual([
      'PostBackup refuses 1 failed',
      'PostBackup refuses 2 failed',
    ]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
  });

  it('run once, though the backend is killed while they do', async () => {
    const { api } = bed.backend;
    const seen = new Set<string>();
    let free: (() => void) | undefined;
    listener.answers.set('/slow', res => {
      free = () => res.end('{}');
    });
    await register(
      script('slow', 'sleep 8; echo "::output done=yes"'),
      // the backend is started twice within it
      http('waits', '/slow', { retries: 1, deadlineSeconds: 900 }),
    );
    const plan = await bed.plan('killed', `${namespace}-killed`, {
      hooks: [at('PreBackup', 'slow'), at('PreQuiesce', 'waits')],
    });
    const { id } = await api.startMigration(plan.id, { type: 'cutover' });
    const look = async () => {
      for (const pod of await bed.pods(bed.source, namespace)) {
        if (
          pod.metadata.labels?.['namespace-migration.io/component'] === 'hook'
        ) {
          seen.add(pod.metadata.uid);
        }
      }
    };
    await bed.until('the pod is there', async () => {
      await look();
      return seen.size > 0;
    });
    await bed.backend.kill();
    bed.backend.launch({ MIGRATION_KILL_AT: 'cutover/PreBackupHooks/ran' });
    await bed.until(
      'it died again',
      async () => {
        await look();
        return !bed.backend.running;
      },
      120,
    );
    await bed.backend.start();
    await bed.until('the call came', async () => {
      await look();
      return free !== undefined;
    });
    expect([...seen]).toHaveLength(1);
    expect(listener.of('/slow')).toHaveLength(1);
    // an answer that nobody hears is not an answer: called again, by the same key
    await bed.backend.kill();
    listener.answers.delete('/slow');
    await bed.backend.start();
    await bed.backend.ended(id, 'Completed');
    expect(shortened(await api.listHookRuns(id))).toEqual([
      'PreBackup slow 1 succeeded',
      'PreQuiesce waits 1 failed',
      'PreQuiesce waits 2 succeeded',
    ]);
    const keys = listener
      .of('/slow')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([`${id}/PreQuiesce/0`, `${id}/PreQuiesce/0`]);
    await bed.backend.run(plan.id, 'rollback');
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
  });

  it('end with a migration that is canceled', async () => {
    const { api } = bed.backend;
    await register(script('endless', 'sleep 1000000'));
    const plan = await bed.plan('canceled', `${namespace}-canceled`, {
      hooks: [at('PreQuiesce', 'endless')],
    });
    const { id } = await api.startMigration(plan.id, { type: 'cutover' });
    await bed.until('the hook runs', async () =>
      (
        await bed.pods(bed.source, namespace)
      ).some(
        ({ metadata, status }) =>
          metadata.name.startsWith('hook-') && status.phase === 'Running',
      ),
    );
    expect(shortened(await api.listHookRuns(id))).toEqual([
      'PreQuiesce endless 1 running',
    ]);
    await api.cancelMigration(id);
    await bed.backend.ended(id, 'Canceled');
    expect(shortened(await api.listHookRuns(id))).toEqual([
      'PreQuiesce endless 1 canceled',
    ]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
  });

  it('stop a rollback before it has touched anything, and are told of after it', async () => {
    const { api } = bed.backend;
    await register(
      script('objects', 'exit 1'),
      http('breaks', '/breaks'),
      http('deaf', '/deaf', {
        http: { url: listener.url('/deaf'), expectedStatus: 204 },
      }),
    );
    const moved = `${namespace}-back`;
    const plan = await bed.plan('back', moved, {
      hooks: [
        at('PostRestore', 'breaks'),
        at('PreRollback', 'objects'),
        at('PostRollback', 'deaf'),
      ],
    });
    await jobThatFailsElsewhere(bed);
    listener.answers.set('/breaks', async res => {
      await bed.call(
        bed.destination,
        `/api/v1/namespaces/${moved}/services/web`,
        'PATCH',
        { spec: { selector: { app: 'nobody' } } },
        'application/merge-patch+json',
      );
      res.end('{}');
    });
    const { id } = await api.startMigration(plan.id, { type: 'cutover' });
    await bed.until('health says what is wrong', async () =>
      (
        await api.getMigration(id)
      ).phases.some(({ waitingFor }) =>
        waitingFor?.includes(
          `Service ${moved}/web: has no endpoints, and had some on the source`,
        ),
      ),
    );
    const cutover = await bed.backend.ended(id, 'Failed');
    expect(cutover.conditions).toEqual([
      expect.objectContaining({
        type: 'JobFailed',
        object: expect.objectContaining({ namespace: moved, name: 'lasting' }),
      }),
    ]);
    await bed.backend.run(plan.id, 'rollback', 'Failed');
    expect(await bed.leftovers()).toEqual([]);
    expect(await bed.replicas(bed.destination, moved)).toBe(1);
    expect(await bed.replicas(bed.source, namespace)).toBe(0);
    expect(await api.getPlan(plan.id)).toMatchObject({ live: 'destination' });

    await api.updateHook('objects', script('objects', 'exit 0'));
    const late = await bed.backend.run(plan.id, 'rollback', 'Failed');
    expect((await jobs())[0].spec.parallelism).toBe(1);
    await bed.call(
      bed.source,
      `/apis/batch/v1/namespaces/${namespace}/jobs/lasting?propagationPolicy=Background`,
      'DELETE',
    );
    expect(late.conditions[0].message).toMatch(/status 200, expected was 204/);
    expect(await api.getPlan(plan.id)).toMatchObject({ live: 'source' });
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
  });

  it('are refused where they could not run', async () => {
    await register(script('any', 'true'));
    const plan = await bed.plan('illegal', `${namespace}-illegal`, {
      hooks: [
        at('PreBackup', 'nobody'),
        at('PreBackup', 'any', { namespace: 'kube-system' }),
        at('PreBackup', 'any', { serviceAccount: 'nobody' }),
        at('PostRollback', 'any', { cluster: 'destination' }),
      ],
    });
    expect(
      plan.conditions
        // the plans of the other tests are of the same namespace
        .filter(({ type }) => type !== 'PlanConflict')
        .map(({ type, field }) => `${type} ${field}`),
    ).toEqual([
      'HookNotFound hooks[0].hook',
      'HookNamespaceNotInPlan hooks[1].namespace',
      'HookServiceAccountNotFound hooks[2].serviceAccount',
      'HookClusterIllegal hooks[3].cluster',
    ]);
    await expect(
      bed.backend.api.startMigration(plan.id, { type: 'stage' }),
    ).rejects.toMatchObject({ statusCode: 409 });
  });

  it('controllers that would start what was stopped are paused, and go on afterwards', async () => {
    const kinds = await pausedKinds(bed, [bed.source, bed.destination]);
    const moved = `${namespace}-paused`;
    try {
      await kinds.create(bed.source, namespace);
      const before = await kinds.describe(bed.source, namespace);
      const plan = await bed.plan('paused', moved);
      let paused: unknown;
      await bed.during(
        () => bed.backend.run(plan.id, 'cutover'),
        async () => {
          if ((await bed.replicas(bed.source, namespace)) === 0) {
            paused = await kinds.describe(bed.source, namespace);
            await kinds.beReady(bed.destination, moved);
          }
        },
      );
      expect(paused).toEqual(kinds.paused);
      expect(await kinds.describe(bed.destination, moved)).toEqual(before);
      await bed.backend.run(plan.id, 'rollback');
      expect(await kinds.describe(bed.source, namespace)).toEqual(before);
    } finally {
      await kinds.remove();
    }
  });
});
