/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('plans', table => {
    table.text('images').comment('JSON: the images that are used');
  });
  await knex.schema.createTable('migration_images', table => {
    table.comment('What became of each image of a migration');
    table
      .string('migration_id', 36)
      .notNullable()
      .references('id')
      .inTable('migrations')
      .onDelete('CASCADE');
    table
      .string('reference_hash', 64)
      .notNullable()
      .comment('SHA-256: references are longer than keys may be');
    table.text('progress').notNullable().comment('JSON');
    table.primary(['migration_id', 'reference_hash']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('migration_images');
  // knex would copy SQLite's table, and cannot copy columns that the database derives
  await knex.raw('alter table plans drop column images');
};
