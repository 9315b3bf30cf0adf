/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Bash that makes files as people really have them, and as nobody expects them. */
export const ODD_FILES = String.raw`
  echo plain > plain; head -c 3000000 /dev/urandom > big; : > empty
  ln plain hard-link; ln -s plain symlink; ln -s /nowhere/at/all dangling
  truncate -s 50M sparse; printf x | dd of=sparse bs=1 seek=20000000 conv=notrunc status=none
  mkdir -p empty-dir deep/a/b/c/d; echo d > deep/a/b/c/d/file
  echo x > attributes; setfattr -n user.colour -v blue attributes; setfattr -n user.empty attributes
  setfattr -n user.$'odd\n=\\name' -v 1 attributes
  setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 attributes
  echo acl > acl; setfacl -m u:1234:rwx,g:77:r acl; setfacl -d -m u:99:rx deep
  echo owned > owned; chown 1001:2002 owned; chown -h 5:6 symlink
  echo secret > mode000; chmod 000 mode000; echo s > setuid; chmod 4755 setuid
  printf n > $'new\nline'; printf b > $'non-utf8-\xff\xfe'; printf q > $'quote"and\\backslash\\012'
  setfattr -n user.a -v 1 $'new\nline'; setfattr -n user.a -v 2 $'non-utf8-\xff\xfe'
  setfattr -n user.a -v 3 $'quote"and\\backslash\\012'
  mkdir $'dir-\xe9'; ln -s $'target-\xe9' $'dir-\xe9/link'; ln $'non-utf8-\xff\xfe' $'dir-\xe9/linked'
  echo l > $(printf '%255s' | tr ' ' l); printf t > ' -leading and trailing '
  mkfifo fifo; mknod null c 1 3; mknod loop b 7 99; ln fifo fifo-link; ln -h symlink symlink-link 2>/dev/null || cp -al symlink symlink-link
  touch -d '1999-12-31 23:59:59.123456789' old; touch -h -d '1998-01-01 00:00:00.987654321' dangling
  mkdir a a.b; echo 1 > a/x; echo 2 > a.b/x; echo 3 > a-b
  (cd deep && for i in $(seq 40); do mkdir dddddddddddddddddddd && cd dddddddddddddddddddd; done; echo bottom > bottom)
  mkdir setgid; chmod 2775 setgid; mkdir none; chmod 000 none
  chmod 1777 empty-dir; touch -d '2001-01-01 01:01:01.5' empty-dir deep .
`;

/** An independent look at a tree, to compare a comparison with. */
export const LISTING = String.raw`
  find . -path ./lost+found -prune -o -type d -printf '%p %y %m %U %G %T@\n' -o -printf '%p %y %s %m %U %G %T@ %l %n\n' | sort
  find . -type f -print0 | sort -z | xargs -0 sha256sum
  getfattr -R -P -h -d -m - . 2>/dev/null | sort
`;
