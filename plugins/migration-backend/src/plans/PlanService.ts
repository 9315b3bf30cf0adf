/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Condition,
  Migration,
  MigrationType,
  Plan,
  PlanInput,
  PlanState,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { ClusterError } from '@namespace-migration/plugin-migration-node';
import { ClusterService } from '../clusters/ClusterService';
import {
  DatabaseMigrationStore,
  WithMigration,
} from '../database/DatabaseMigrationStore';
import {
  DatabasePlanStore,
  FoundOfPlan,
  StoredPlan,
} from '../database/DatabasePlanStore';
import { pointsOfNoReturn } from '../engine/itineraries';
import { canCancel } from '../engine/nextPhase';
import { PlanFilter } from '../database/PlanFilter';
import { HookService } from '../hooks/HookService';
import { RepositoryService } from '../repositories/RepositoryService';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { checkImageEngine } from './checkImages';
import { checkHooks } from './checkHooks';
import { migrationView } from './migrationView';
import { otherPlans } from './preflight/otherPlans';
import { PreflightChecks } from './preflight/PreflightChecks';
import { PlanDetail, PlanViews } from './PlanViews';
import { repositoryUse } from './repositoryUse';
import { validateInput } from './validateInput';
import { validatePlan } from './validatePlan';

/** Which plans, in which order, and how much of them. */
export type PlanList = Omit<PlanFilter, 'state'> & {
  state?: PlanState;
  detail?: PlanDetail;
};

/** Plans and their migrations, as people see and command them. */
export class PlanService {
  private readonly views: PlanViews;

  constructor(
    private readonly plans: DatabasePlanStore,
    private readonly migrations: DatabaseMigrationStore,
    private readonly clusters: ClusterService,
    private readonly engines: VolumeCopyEngines,
    private readonly repositories: RepositoryService,
    private readonly hooks: HookService,
    private readonly checks: PreflightChecks,
    private readonly imageEngines: ImageCopyEngines,
  ) {
    this.views = new PlanViews(migrations);
  }

  async list(list: PlanList): Promise<{ items: Plan[]; totalItems: number }> {
    const { state, detail, ...filter } = list;
    const { items, totalItems } = await this.plans.list({
      ...filter,
      state: state && { state, pointsOfNoReturn },
    });
    return { items: await this.views.of(items, detail), totalItems };
  }

  /** What a plan was made of, by its name. */
  async named(
    name: string,
  ): Promise<{ id: string; input: PlanInput } | undefined> {
    return this.plans.named(name);
  }

  async get(id: string): Promise<Plan> {
    return this.view(await this.stored(id));
  }

  /** @throws InputError naming the field; NotFoundError for a cluster */
  async create(input: PlanInput, createdBy?: string): Promise<Plan> {
    this.refuseIllegal(input);
    // a plan without an id owns nothing yet
    const found = await this.find('', input);
    return this.get(await this.plans.insert(input, found, createdBy));
  }

  async update(id: string, input: PlanInput): Promise<Plan> {
    await this.refuseWhileActive(id);
    this.refuseIllegal(input);
    await this.plans.update(id, input, await this.find(id, input));
    return this.get(id);
  }

  async refresh(id: string): Promise<Plan> {
    const plan = await this.stored(id);
    await this.plans.updateFound(id, await this.find(id, plan.input));
    return this.get(id);
  }

  async delete(id: string): Promise<void> {
    await this.refuseWhileActive(id);
    await this.repositories.removeDataOf(id);
    await this.plans.delete(id);
  }

  /** @throws NotFoundError; ConflictError when it is not possible now */
  async start(
    id: string,
    type: MigrationType,
    createdBy?: string,
    together?: WithMigration,
  ): Promise<Migration> {
    const plan = await this.get(id);
    const action = plan.actions.find(candidate => candidate.type === type);
    if (!action?.allowed) {
      throw new ConflictError(
        `${type} of plan ${plan.name} is not possible now: ${
          action?.reason ?? 'unknown type'
        }`,
      );
    }
    const stored = await this.stored(id);
    return this.migration(
      await this.migrations.insert(
        {
          type,
          plan: {
            id,
            input: stored.input,
            volumes: stored.volumes,
            images: stored.images,
          },
          hooks: await this.hooks.snapshot(
            (stored.input.hooks ?? []).map(({ hook }) => hook),
          ),
          createdBy,
        },
        together,
      ),
    );
  }

  async cancel(migrationId: string): Promise<Migration> {
    const migration = await this.migrations.get(migrationId);
    if (!migration) {
      throw new NotFoundError(`There is no migration ${migrationId}`);
    }
    if (
      !migration.endedAt &&
      !canCancel(migration, await this.migrations.phases(migrationId))
    ) {
      throw new ConflictError(
        `The ${migration.type} cannot be canceled any more: ${
          migration.type === 'cutover'
            ? 'the destination was started. Roll back when it has ended'
            : 'let it end'
        }`,
      );
    }
    if (!(await this.migrations.requestCancel(migrationId))) {
      throw new ConflictError(
        `The ${migration.type} has ended already (${migration.state})`,
      );
    }
    return this.migration(migrationId);
  }

  /** @throws NotFoundError */
  async migration(id: string): Promise<Migration> {
    const migration = await this.migrations.get(id);
    if (!migration) {
      throw new NotFoundError(`There is no migration ${id}`);
    }
    return migrationView(
      migration,
      await this.migrations.phases(id),
      await this.migrations.volumes(id),
      await this.migrations.images(id),
    );
  }

  async migrationsOf(planId: string): Promise<Migration[]> {
    await this.stored(planId);
    return this.views.migrationsOf(planId);
  }

  /** Discovery and validation of a plan as of now. */
  async find(id: string, input: PlanInput): Promise<FoundOfPlan> {
    const [source, destination] = await Promise.all([
      this.clusterOf('source', input.source),
      this.clusterOf('destination', input.destination),
    ]);
    try {
      const { options } = await this.clusters.get(input.source);
      const found = await validatePlan(
        id,
        input,
        source,
        destination,
        this.engines,
        options.movableStorageClasses,
        {
          checks: this.checks.all(),
          otherPlans: () => otherPlans(this.plans, this.migrations, id, input),
        },
      );
      const conditions = [
        ...checkImageEngine(input, this.imageEngines),
        ...(await this.repositoryConditions(input, found.volumes)),
        ...(await checkHooks(input, { source, destination }, name =>
          this.hooks.find(name),
        )),
      ];
      return { ...found, conditions: [...found.conditions, ...conditions] };
    } catch (error) {
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      const type =
        error.statusCode === 0
          ? 'ClusterUnreachable'
          : error.statusCode === 401
          ? 'CredentialsRejected'
          : error.reason;
      return {
        volumes: [],
        conditions: [
          {
            type,
            category: 'Critical',
            message: `${error.message}. Test the cluster's connection on its page and refresh the plan.`,
          },
        ],
      };
    }
  }

  private async repositoryConditions(
    input: PlanInput,
    volumes: PlannedVolume[],
  ): Promise<Condition[]> {
    const { repository } = input;
    return repository === undefined
      ? []
      : this.repositories.check(
          repository,
          repositoryUse(input, volumes, this.engines, this.imageEngines),
        );
  }

  private async clusterOf(field: string, name: string) {
    try {
      return await this.clusters.client(name);
    } catch (error) {
      if ((error as Error).name === 'NotFoundError') {
        throw new InputError(
          `${field}: there is no cluster named ${name}; register it or choose another`,
        );
      }
      throw error;
    }
  }

  private refuseIllegal(input: PlanInput): void {
    const [first] = validateInput(input);
    if (first) {
      throw new InputError(`${first.field}: ${first.message}`);
    }
  }

  private async refuseWhileActive(id: string): Promise<void> {
    await this.stored(id);
    const history = (await this.migrations.historiesOf([id])).get(id) ?? [];
    const active = history.find(migration => !migration.endedAt);
    if (active) {
      throw new ConflictError(
        `A ${active.type} of this plan runs; wait for its end or cancel it`,
      );
    }
  }

  private async stored(id: string): Promise<StoredPlan> {
    const plan = await this.plans.get(id);
    if (!plan) {
      throw new NotFoundError(`There is no plan ${id}`);
    }
    return plan;
  }

  private async view(plan: StoredPlan): Promise<Plan> {
    const [view] = await this.views.of([plan]);
    return view;
  }
}
