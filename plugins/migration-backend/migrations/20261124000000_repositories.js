/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('repositories', table => {
    table.comment('Replication repositories');
    table.string('name', 63).primary();
    table.string('title');
    table
      .text('location')
      .notNullable()
      .comment('Encrypted: where it lies, with its credentials');
    table
      .text('shown')
      .notNullable()
      .comment('JSON: the part of the location that may be shown');
    table.text('status').notNullable().comment('JSON: as of the last test');
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
  });
  await knex.schema.createTable('plan_repositories', table => {
    table.comment('Repositories in which a plan has data');
    table
      .string('plan_id', 36)
      .notNullable()
      .references('id')
      .inTable('plans')
      .onDelete('CASCADE');
    table.string('repository', 63).notNullable();
    table
      .text('password')
      .notNullable()
      .comment('Encrypted: of what restic keeps there for the plan');
    table.primary(['plan_id', 'repository']);
  });
  await knex.schema.alterTable('plans', table => {
    table.string('repository', 63);
    table.index(['repository'], 'plans_repository_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('plans', table => {
    table.dropIndex(['repository'], 'plans_repository_idx');
    table.dropColumn('repository');
  });
  await knex.schema.dropTable('plan_repositories');
  await knex.schema.dropTable('repositories');
};
