/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('hooks', table => {
    table.comment('Registered hooks');
    table.string('name', 63).primary();
    table
      .text('input')
      .notNullable()
      .comment('Encrypted JSON: HookInput with the values of its headers');
    table
      .text('shown')
      .notNullable()
      .comment('JSON: the part of it that may be shown');
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
  });
  await knex.schema.createTable('hook_runs', table => {
    table.comment('Attempts of hooks; recorded before anything is started');
    table.string('id', 36).primary();
    table
      .string('migration_id', 36)
      .notNullable()
      .references('id')
      .inTable('migrations')
      .onDelete('CASCADE');
    table.string('phase').notNullable();
    table.integer('position').notNullable();
    table.integer('attempt').notNullable();
    table.string('hook', 63).notNullable();
    table.string('kind').notNullable();
    table.string('state').notNullable();
    table.string('cluster', 63);
    table.string('namespace');
    table.string('pod');
    table.string('started_at').notNullable();
    table.string('ended_at');
    table.integer('exit_code');
    table.integer('status');
    table.text('message');
    table
      .text('outputs')
      .notNullable()
      .comment('Encrypted JSON: what is handed on to later hooks');
    table.text('log').notNullable().comment('Encrypted: the last 64 KiB');
    table.unique(['migration_id', 'phase', 'position', 'attempt'], {
      indexName: 'hook_runs_attempt_unique',
    });
  });
  await knex.schema.alterTable('migrations', table => {
    table
      .text('hooks')
      .comment('Encrypted JSON: HookInput[] as they were at the start');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('migrations', table => {
    table.dropColumn('hooks');
  });
  await knex.schema.dropTable('hook_runs');
  await knex.schema.dropTable('hooks');
};
