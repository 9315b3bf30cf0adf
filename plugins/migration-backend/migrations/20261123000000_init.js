/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('clusters', table => {
    table.comment('Registered clusters');
    table.string('name', 63).primary();
    table.string('title');
    table
      .text('connection')
      .notNullable()
      .comment('Encrypted: how to reach the cluster, with its credentials');
    table
      .text('shown')
      .notNullable()
      .comment('JSON: the part of the connection that may be shown');
    table.text('options').notNullable();
    table.text('status').notNullable().comment('JSON: as of the last test');
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
  });
  await knex.schema.createTable('plans', table => {
    table.comment('Migration plans');
    table.string('id', 36).primary();
    table.string('name', 63).notNullable().unique('plans_name_unique');
    table.string('source', 63).notNullable();
    table.string('destination', 63).notNullable();
    table.string('entity_ref');
    table.text('input').notNullable().comment('JSON: PlanInput as given');
    table
      .text('volumes')
      .notNullable()
      .comment('JSON: PlannedVolume[] as discovered');
    table.text('conditions').notNullable();
    table.string('checked_at');
    table.integer('revision').notNullable();
    table.string('created_by');
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
    table.index(['created_at'], 'plans_created_at_idx');
    table.index(['entity_ref'], 'plans_entity_ref_idx');
  });
  await knex.schema.createTable('plan_namespaces', table => {
    table
      .string('plan_id', 36)
      .notNullable()
      .references('id')
      .inTable('plans')
      .onDelete('CASCADE');
    table.string('namespace').notNullable();
    table.primary(['plan_id', 'namespace']);
    table.index(['namespace'], 'plan_namespaces_namespace_idx');
  });
  await knex.schema.createTable('migrations', table => {
    table.comment('Runs of a plan');
    table.string('id', 36).primary();
    table
      .string('plan_id', 36)
      .notNullable()
      .references('id')
      .inTable('plans')
      .onDelete('CASCADE');
    table
      .string('active_plan_id', 36)
      .unique('migrations_one_active_per_plan')
      .comment('The plan while this runs, else null: one at a time');
    table.string('type').notNullable();
    table.string('state').notNullable();
    table
      .string('itinerary')
      .notNullable()
      .comment(
        'The one it follows now; a failed or canceled one ends on another',
      );
    table.string('created_by');
    table.string('created_at').notNullable();
    table.string('started_at');
    table.string('ended_at');
    table.boolean('cancel_requested').notNullable().defaultTo(false);
    table.string('lease_owner');
    table.bigInteger('lease_expires_at').notNullable().defaultTo(0);
    table.integer('fencing_token').notNullable().defaultTo(0);
    table
      .text('plan')
      .notNullable()
      .comment('JSON: the plan as it was at the start');
    table
      .text('record')
      .notNullable()
      .comment('JSON: times, counts and conditions');
    table
      .text('keys')
      .comment('Encrypted: keys of the movers, while they are needed');
    table.index(['state'], 'migrations_state_idx');
    table.index(['plan_id', 'created_at'], 'migrations_plan_idx');
  });
  await knex.schema.createTable('migration_phases', table => {
    table
      .string('migration_id', 36)
      .notNullable()
      .references('id')
      .inTable('migrations')
      .onDelete('CASCADE');
    table.string('itinerary').notNullable();
    table.string('phase').notNullable();
    table.string('state').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('started_at');
    table.string('ended_at');
    table.string('waiting_for', 1000);
    table.string('deadline');
    table.primary(['migration_id', 'itinerary', 'phase']);
  });
  await knex.schema.createTable('migration_volumes', table => {
    table
      .string('migration_id', 36)
      .notNullable()
      .references('id')
      .inTable('migrations')
      .onDelete('CASCADE');
    table.string('namespace').notNullable();
    table.string('claim').notNullable();
    table.text('progress').notNullable().comment('JSON: VolumeProgress');
    table.text('differences').notNullable().comment('JSON: VolumeDifference[]');
    table.primary(['migration_id', 'namespace', 'claim']);
  });
  await knex.schema.createTable('migrated_objects', table => {
    table.comment(
      'What a plan created or changed on its destination; rollback goes by it',
    );
    table
      .string('plan_id', 36)
      .notNullable()
      .references('id')
      .inTable('plans')
      .onDelete('CASCADE');
    table.string('migration_id', 36).notNullable();
    table.string('cluster', 63).notNullable();
    table.string('api_version').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable().defaultTo('');
    table.string('name').notNullable();
    table.string('uid').comment('Absent between intent and creation');
    table.integer('wave').notNullable();
    table.string('action').notNullable();
    table.string('state').notNullable();
    table
      .text('asked')
      .notNullable()
      .comment('Encrypted JSON: the object as it was sent');
    table
      .text('previous')
      .comment('Encrypted JSON: what was there before, when something was');
    table.text('differences').notNullable();
    table.primary(['plan_id', 'api_version', 'kind', 'namespace', 'name']);
  });
  await knex.schema.createTable('quiesced_objects', table => {
    table.comment('Workloads that a plan stopped, and what they were');
    table
      .string('plan_id', 36)
      .notNullable()
      .references('id')
      .inTable('plans')
      .onDelete('CASCADE');
    table.string('migration_id', 36).notNullable();
    table.string('api_version').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table
      .text('before')
      .notNullable()
      .comment('Encrypted JSON: the whole object before it was stopped');
    table.primary(['plan_id', 'kind', 'namespace', 'name']);
  });
  await knex.schema.createTable('migration_events', table => {
    table.increments('id');
    table
      .string('migration_id', 36)
      .notNullable()
      .references('id')
      .inTable('migrations')
      .onDelete('CASCADE');
    table.string('time').notNullable();
    table.string('level').notNullable();
    table.string('phase');
    table.string('reason').notNullable();
    table.text('message').notNullable();
    table.text('object');
    table.index(['migration_id', 'id'], 'migration_events_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'migration_events',
    'quiesced_objects',
    'migrated_objects',
    'migration_volumes',
    'migration_phases',
    'migrations',
    'plan_namespaces',
    'plans',
    'clusters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
