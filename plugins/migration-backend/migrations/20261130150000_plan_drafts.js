/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('plan_drafts', table => {
    table.comment('Half-made plans, each for the person who makes it');
    table.string('id', 36).primary();
    table.string('created_by').notNullable();
    table.string('name').comment('For lists; the input has it too');
    table.string('step');
    table
      .string('plan_id', 36)
      .comment(
        'The plan that it changes, which may be gone; null for a new one',
      );
    table.text('input', 'longtext').notNullable().comment('JSON, unchecked');
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
    table.index(['created_by', 'updated_at'], 'plan_drafts_owner_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('plan_drafts');
};
