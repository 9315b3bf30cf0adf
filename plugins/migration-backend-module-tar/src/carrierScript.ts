/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const CARRIER_PORT = 9000;

/**
 * Runs in the pods, and listens on their loopback only: nobody but a port-forward of the API server comes there.
 * A connection begins with one line. `read bulk` and `read final` answer with the volume as a tar archive, in frames:
 * four bytes of length, big endian, then so many bytes; an empty frame ends it, and a connection that ends without one
 * has failed. `write` takes such frames, empties the volume, unpacks and answers `done`. `list` answers with a line of
 * JSON for every path, sorted, and `end`.
 */
export const carrierScript = `
import base64, hashlib, json, os, shutil, socketserver, stat, struct, subprocess, threading

VOLUME = b"/volume"
TAR = ["tar", "-C", "/volume", "--format=posix", "--xattrs", "--xattrs-include=*", "--acls", "--numeric-owner"]

def entries(directory=VOLUME, prefix=b""):
    for name in sorted(os.listdir(directory)):
        path, full = prefix + name, os.path.join(directory, name)
        if path == b"lost+found":
            continue
        about = os.lstat(full)
        yield path, full, about
        if stat.S_ISDIR(about.st_mode):
            yield from entries(full, path + b"/")

def described(path, full, about):
    found = [base64.b64encode(path).decode(), about.st_mode, about.st_uid, about.st_gid, about.st_rdev]
    if not stat.S_ISDIR(about.st_mode):
        found += [about.st_size, about.st_nlink]
    found += [about.st_mtime_ns]
    if stat.S_ISLNK(about.st_mode):
        found += [base64.b64encode(os.readlink(full)).decode()]
    else:
        names = [n for n in sorted(os.listxattr(full)) if n.startswith(("user.", "system.posix_acl"))]
        found += [[n, os.getxattr(full, n).hex()] for n in names]
    if stat.S_ISREG(about.st_mode):
        digest = hashlib.sha256()
        with open(full, "rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
        found += [digest.hexdigest()]
    return json.dumps(found)

class Carrier(socketserver.StreamRequestHandler):
    lock, token, tar = threading.Lock(), 0, None

    def handle(self):
        words = self.rfile.readline().decode().split()
        getattr(self, words[0])(*words[1:])

    def read(self, which):
        # a file that changes while it is read is an error only when nobody may write any more
        mend = ["--warning=no-file-changed", "--warning=no-file-removed", "--ignore-failed-read"] if which == "bulk" else []
        tar = subprocess.Popen(TAR + mend + ["--sparse", "--exclude=./lost+found", "-cf", "-", "."], stdout=subprocess.PIPE)
        for block in iter(lambda: tar.stdout.read(1 << 16), b""):
            self.wfile.write(struct.pack(">I", len(block)) + block)
        if tar.wait() > (1 if which == "bulk" else 0):
            raise RuntimeError("tar ended with %d" % tar.returncode)
        self.wfile.write(struct.pack(">I", 0))

    def write(self, token):
        # a backend that lost its lease must not write beside the one that took over
        with Carrier.lock:
            if int(token) < Carrier.token:
                raise RuntimeError("a newer backend writes")
            Carrier.token = int(token)
            if Carrier.tar:
                Carrier.tar.kill()
                Carrier.tar.wait()
            self.empty()
            tar = Carrier.tar = subprocess.Popen(TAR + ["--same-owner", "-xpf", "-"], stdin=subprocess.PIPE)
        while True:
            length = struct.unpack(">I", self.exactly(4))[0]
            if length == 0:
                break
            tar.stdin.write(self.exactly(length))
        tar.stdin.close()
        if tar.wait() != 0:
            raise RuntimeError("tar ended with %d" % tar.returncode)
        self.wfile.write(b"done\\n")

    def empty(self):
        for name in os.listdir(VOLUME):
            full = os.path.join(VOLUME, name)
            if name == b"lost+found":
                continue
            if os.path.isdir(full) and not os.path.islink(full):
                shutil.rmtree(full)
            else:
                os.unlink(full)

    def exactly(self, length):
        block = self.rfile.read(length)
        if len(block) != length:
            raise RuntimeError("the stream broke off")
        return block

    def list(self):
        for path, full, about in entries():
            self.wfile.write((described(path, full, about) + "\\n").encode())
        self.wfile.write(b"end\\n")

class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True

Server(("127.0.0.1", ${CARRIER_PORT}), Carrier).serve_forever()
`;
