/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

// Columns that the database itself derives, so that lists of plans by state need not read every text. In what
// JSON.stringify writes a quote inside a string is always \", so that a key with its value is found by its text; a cast
// to jsonb would refuse texts with \u0000 in a message.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';
  /** @type {(column: string, text: string) => string} */
  const within = (column, text) =>
    `${postgres ? 'strpos' : 'instr'}(${column}, '${text}') > 0`;
  /** @type {(table: string, column: string, expression: string) => Promise<unknown>} */
  const derived = async (table, column, expression) =>
    knex.raw(
      `alter table ${table} add column ${column} boolean generated always as (${expression}) ${
        postgres ? 'stored' : 'virtual'
      }`,
    );
  await derived(
    'plans',
    'blocked',
    `${within('conditions', '"category":"Critical"')} or ${within(
      'conditions',
      '"category":"Error"',
    )}`,
  );
  await derived(
    'migrations',
    'decisive',
    `(type = 'rollback' and not ${within(
      'record',
      '"rollbackReached":"nothing"',
    )}) or (type = 'cutover' and (state = 'Completed' or ${within(
      'record',
      '"destinationStartedAt":',
    )}))`,
  );
  await knex.schema.alterTable('migrations', table => {
    table.dropIndex(['plan_id', 'created_at'], 'migrations_plan_idx');
  });
  // a plan's migrations in the order in which they are read, with all that its state is derived from
  await knex.raw(
    'create index migrations_newest_idx on migrations (plan_id, created_at desc, id, type, state, ended_at, decisive)',
  );
  await knex.schema.alterTable('plans', table => {
    table.index(['updated_at'], 'plans_updated_at_idx');
    table.index(['source'], 'plans_source_idx');
    table.index(['destination'], 'plans_destination_idx');
    table
      .string('type', 20)
      .notNullable()
      .defaultTo('full')
      .comment('Of the input, as source and destination are');
  });
  const typed = await knex('plans')
    .select('id', 'input')
    .where('input', 'like', '%"type":"%');
  for (const { id, input } of typed) {
    const { type } = JSON.parse(input);
    if (type) {
      await knex('plans').where({ id }).update({ type });
    }
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('plans', table => {
    table.dropIndex(['updated_at'], 'plans_updated_at_idx');
    table.dropIndex(['source'], 'plans_source_idx');
    table.dropIndex(['destination'], 'plans_destination_idx');
  });
  await knex.raw('alter table plans drop column type');
  await knex.schema.alterTable('migrations', table => {
    table.dropIndex([], 'migrations_newest_idx');
    table.index(['plan_id', 'created_at'], 'migrations_plan_idx');
  });
  await knex.raw('alter table migrations drop column decisive');
  await knex.raw('alter table plans drop column blocked');
};
