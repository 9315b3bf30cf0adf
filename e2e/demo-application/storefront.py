"""Takes orders without a pause, and keeps a journal of those that the database has committed.

The journal has a line `<order id> <milliseconds since 1970>` for each, written and fsynced after the commit and never
before: what it names must be in the database wherever that goes. GET / answers with the last order, read from the database.
"""
import json
import os
import random
import signal
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2

JOURNAL = "/var/lib/storefront/committed"


def connect():
    return psycopg2.connect(
        host=os.environ["DATABASE_SERVICE_HOST"],
        port=os.environ["DATABASE_SERVICE_PORT"],
        user="postgres",
        password=os.environ["POSTGRES_PASSWORD"],
        dbname="webshop",
        connect_timeout=2,
    )


def open_journal():
    journal = os.open(JOURNAL, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    size = os.fstat(journal).st_size
    if size and os.pread(journal, 1, size - 1) != b"\n":
        os.write(journal, b"\n")  # a crash tore the last line
    return journal


def take_orders():
    journal = open_journal()
    while True:
        try:
            with closing(connect()) as connection, connection.cursor() as cursor:
                while True:
                    cursor.execute(
                        "INSERT INTO orders (customer, amount) VALUES (%s, %s) RETURNING id",
                        (random.randint(1, 5000), random.randint(100, 99999) / 100),
                    )
                    (order,) = cursor.fetchone()
                    connection.commit()
                    os.write(journal, b"%d %d\n" % (order, time.time() * 1000))
                    os.fsync(journal)
                    time.sleep(0.05)
        except psycopg2.Error as error:
            print(f"no order taken: {error}", flush=True)
            time.sleep(0.2)


class Storefront(BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            with closing(connect()) as connection, connection.cursor() as cursor:
                cursor.execute("SELECT max(id) FROM orders")
                status, answer = 200, {"lastOrder": cursor.fetchone()[0]}
        except psycopg2.Error as error:
            status, answer = 503, {"error": str(error)}
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def take_orders_or_end():
    try:
        take_orders()
    finally:
        os._exit(1)  # a shop that answers and takes no orders would hide that its writer has died


signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
threading.Thread(target=take_orders_or_end, daemon=True).start()
ThreadingHTTPServer(("", 8080), Storefront).serve_forever()
