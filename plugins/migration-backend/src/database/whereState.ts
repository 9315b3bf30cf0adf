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

/**
 * Ids of the plans in a state: what `planState` derives, said in SQL for SQLite and PostgreSQL. A test compares the two
 * over every combination. `blocked` and `decisive` are columns that the database derives. One walk along an index sees
 * all migrations, which costs a third of asking for each plan's last one.
 */
const states = `select p.id from plans p
left join (
  select plan_id,
    max(case when age = 1 then id end) as last_id,
    max(case when age = 1 then type end) as last_type,
    max(case when age = 1 then state end) as last_state,
    max(case when age = 1 then ended_at end) as last_ended_at,
    min(case when decisive and type = 'cutover' then age end) as cutover,
    min(case when decisive and type = 'rollback' then age end) as rollback,
    min(case when type = 'stage' and state = 'Completed' then age end) as stage
  from (
    select id, plan_id, type, state, ended_at, decisive,
      row_number() over (partition by plan_id order by created_at desc, id) as age
    from migrations where type <> 'networkProbe'
  ) ranked
  group by plan_id
) m on m.plan_id = p.id
where case
  when m.plan_id is null then case when p.blocked then 'NotReady' else 'Ready' end
  when m.last_ended_at is null then case
    when m.last_state = 'Canceling' then 'Canceling'
    when m.last_type = 'stage' then 'Staging'
    when m.last_type = 'cutover' then 'CuttingOver'
    else 'RollingBack'
  end
  when m.last_state = 'Failed' then 'Failed'
  when m.cutover < coalesce(m.rollback, m.cutover + 1) then 'Migrated'
  when m.last_type = 'cutover' and exists (
    select 1 from migration_phases f
    where f.migration_id = m.last_id and f.started_at is not null and f.phase in (:pointsOfNoReturn)
  ) then 'Migrated'
  when m.stage < coalesce(m.rollback, m.stage + 1) then 'Staged'
  when m.rollback is not null then 'RolledBack'
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
