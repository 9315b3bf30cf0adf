/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('analytics', table => {
    table.comment('What was last counted and measured of each plan');
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
    table.text('found').notNullable().comment('JSON: by namespace, so far');
    table.text('conditions').notNullable();
    table.string('started_at').notNullable();
    table.string('ended_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('analytics');
};
