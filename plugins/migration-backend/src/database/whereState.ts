/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanState } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';

export interface StateFilter {
  state: PlanState;
  /** Phases from whose start on a cutover that is the plan's last migration counts as decisive. */
  pointsOfNoReturn: string[];
}

const newest = `order by m.created_at desc, m.id limit 1`;
const decided = `(select m.type from migrations m where m.plan_id = p.id and m.decisive and m.type <> 'networkProbe' ${newest})`;

/**
 * Ids of the plans in a state: what `planState` derives, said in SQL for SQLite and PostgreSQL. A test compares the two
 * over every combination. `blocked` and `decisive` are columns that the database derives.
 */
const states = `select p.id from plans p
left join migrations l on l.id = (
  select m.id from migrations m where m.plan_id = p.id and m.type <> 'networkProbe' ${newest}
)
where case
  when l.id is null then case when p.blocked then 'NotReady' else 'Ready' end
  when l.ended_at is null then case
    when l.state = 'Canceling' then 'Canceling'
    when l.type = 'stage' then 'Staging'
    when l.type = 'cutover' then 'CuttingOver'
    else 'RollingBack'
  end
  when l.state = 'Failed' then 'Failed'
  when l.type = 'cutover' and exists (
    select 1 from migration_phases f
    where f.migration_id = l.id and f.started_at is not null and f.phase in (:pointsOfNoReturn)
  ) then 'Migrated'
  when ${decided} = 'cutover' then 'Migrated'
  when exists (
    select 1 from migrations s
    where s.plan_id = p.id and s.type = 'stage' and s.state = 'Completed' and not exists (
      select 1 from migrations n
      where n.plan_id = p.id and n.decisive
        and (n.created_at > s.created_at or (n.created_at = s.created_at and n.id < s.id))
    )
  ) then 'Staged'
  when ${decided} = 'rollback' then 'RolledBack'
  when p.blocked then 'NotReady'
  else 'Ready'
end = :state`;

/** Leaves the plans in a state, of a query over the table `plans`. */
export function whereState(
  query: Knex.QueryBuilder,
  knex: Knex,
  { state, pointsOfNoReturn }: StateFilter,
): void {
  const names = pointsOfNoReturn.map((_, index) => `:phase${index}`).join();
  query.whereIn(
    'id',
    knex.raw(states.replace(':pointsOfNoReturn', names), {
      state,
      ...Object.fromEntries(
        pointsOfNoReturn.map((phase, index) => [`phase${index}`, phase]),
      ),
    }) as any,
  );
}
