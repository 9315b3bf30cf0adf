#!/bin/bash
# Runs PostgreSQL on the claim. The first time it makes the database and DATABASE_MIB of generated rows.
set -euo pipefail
bin=$(echo /usr/lib/postgresql/*/bin)
claim=/var/lib/postgresql/data
data=$claim/pgdata
as_postgres() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }

install -d -o postgres -g postgres /var/run/postgresql
if [ ! -e "$claim/complete" ]; then
  rm -rf "$data"
  install -d -o postgres -g postgres -m 700 "$data"
  as_postgres "$bin/initdb" -D "$data" --encoding=UTF8 --locale=C.UTF-8 --auth-local=trust --auth-host=scram-sha-256
  echo 'host all all all scram-sha-256' >> "$data/pg_hba.conf"
  printf '%s\n' "listen_addresses = '*'" 'shared_buffers = 64MB' 'max_wal_size = 128MB' 'dynamic_shared_memory_type = mmap' \
    >> "$data/postgresql.conf"
  # minimal: what a transaction loads into a table of its own need not go through the log
  as_postgres "$bin/pg_ctl" -D "$data" -w -t 600 -o "-c listen_addresses= -c wal_level=minimal -c max_wal_senders=0" start
  as_postgres psql -v ON_ERROR_STOP=1 -U postgres <<'SQL'
\getenv password POSTGRES_PASSWORD
\getenv mib DATABASE_MIB
ALTER ROLE postgres PASSWORD :'password';
CREATE DATABASE webshop;
\c webshop
CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  customer integer NOT NULL,
  amount numeric(10, 2) NOT NULL
);
BEGIN;
CREATE TABLE products AS
  SELECT id, 'Product ' || id AS name, repeat(md5(id::text), 29) AS description FROM generate_series(1, :mib * 1000) AS id;
ALTER TABLE products ADD PRIMARY KEY (id);
COMMIT;
SQL
  as_postgres "$bin/pg_ctl" -D "$data" -w -t 600 -m fast stop
  touch "$claim/complete"
fi
setpriv --reuid=postgres --regid=postgres --init-groups "$bin/postgres" -D "$data" &
postgres=$!
# a plain SIGTERM would wait for every client to leave
trap 'kill -INT $postgres' TERM
status=0
while kill -0 $postgres 2> /dev/null; do
  wait $postgres && status=0 || status=$?
done
exit $status
