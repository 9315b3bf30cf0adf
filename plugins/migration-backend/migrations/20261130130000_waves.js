/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('waves', table => {
    table.comment('Sets of plans that are staged, cut over or rolled back');
    table.string('id', 36).primary();
    table.string('name');
    table.string('type').notNullable();
    table.integer('concurrency').notNullable();
    table.string('on_failure').notNullable();
    table.string('created_by');
    table.string('created_at').notNullable();
    table.string('paused_at').comment('Starts no more until resumed');
    table.string('paused_by').comment('Null when it stopped by itself');
    table.string('canceled_at').comment('Starts no more');
    table.string('canceled_by');
    table.string('lease_owner');
    table.bigInteger('lease_expires_at').notNullable().defaultTo(0);
    table
      .integer('fencing_token')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each look: an older one can write nothing');
    table.index(['created_at'], 'waves_created_at_idx');
  });
  await knex.schema.createTable('wave_plans', table => {
    table.comment(
      'What a wave did with each of its plans; the rest is derived',
    );
    table
      .string('wave_id', 36)
      .notNullable()
      .references('id')
      .inTable('waves')
      .onDelete('CASCADE');
    // no reference: a wave still tells of a plan that was deleted
    table.string('plan_id', 36).notNullable();
    table.integer('position').notNullable();
    table.string('plan_name').notNullable().comment('As it was at the start');
    table
      .text('after')
      .notNullable()
      .comment('JSON: ids of the plans that must have succeeded first');
    table.string('migration_id', 36).comment('What was started');
    table.string('outcome').comment('refused or skipped: it was not started');
    table.text('reason').comment('Why');
    table.string('settled_at');
    table
      .boolean('accepted')
      .notNullable()
      .defaultTo(false)
      .comment('The wave was resumed although this one failed');
    table.primary(['wave_id', 'plan_id']);
    table.index(['plan_id'], 'wave_plans_plan_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('wave_plans');
  await knex.schema.dropTable('waves');
};
