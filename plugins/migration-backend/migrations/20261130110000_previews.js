/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('previews', table => {
    table.comment('The last preview of each plan');
    table
      .string('plan_id', 36)
      .primary()
      .references('id')
      .inTable('plans')
      .onDelete('CASCADE');
    table
      .string('run', 36)
      .notNullable()
      .comment('Of which run it is: another one can write nothing any more');
    table.string('plan_hash', 64).notNullable();
    table.string('state').notNullable();
    table
      .bigInteger('heartbeat')
      .notNullable()
      .comment('When the backend that makes it was last heard of');
    table.text('counts').notNullable();
    table.text('conditions').notNullable();
    table.string('started_at').notNullable();
    table.string('ended_at');
  });
  await knex.schema.createTable('preview_objects', table => {
    table.comment('What a preview found of each object');
    table
      .string('plan_id', 36)
      .notNullable()
      .references('plan_id')
      .inTable('previews')
      .onDelete('CASCADE');
    table.integer('n').notNullable();
    table.string('outcome').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table
      .text('entry')
      .notNullable()
      .comment('Encrypted: there are passwords in the environment of pods');
    table.primary(['plan_id', 'n']);
    table.index(['plan_id', 'outcome', 'kind'], 'preview_objects_outcome_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('preview_objects');
  await knex.schema.dropTable('previews');
};
