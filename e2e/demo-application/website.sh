#!/bin/bash
# Fills the website's claim once: FILES small pages, and files as people really have them and as nobody expects them.
set -euo pipefail
cd /var/www
[ -e complete ] && exit
echo '<h1>Web shop</h1>' > index.html
for ((directory = 0; directory < 200; directory++)); do mkdir -p pages/$directory; done
for ((page = 0; page < FILES; page++)); do
  printf '<h1>Page %s</h1><p>%s</p>\n' $page "${RANDOM}${RANDOM}${RANDOM}" > pages/$((page % 200))/$page.html
done

mkdir -p odd && cd odd
echo plain > plain
ln plain hard-link
ln -s plain symlink
ln -s /nowhere/at/all dangling
truncate -s 50M sparse
printf x | dd of=sparse bs=1 seek=20000000 conv=notrunc status=none
echo attributes > attributes
setfattr -n user.colour -v blue attributes
setfattr -n user.empty attributes
echo acl > acl
setfacl -m u:1234:rwx,g:77:r acl
mkdir shared && setfacl -d -m u:99:rx shared && chmod 2775 shared
echo owned > owned && chown 1001:2002 owned
chown -h 5:6 symlink
echo secret > mode000 && chmod 000 mode000
echo newline > $'new\nline'
echo bytes > $'bytes-\xff\xfe'
ln $'bytes-\xff\xfe' $'linked-\xe9'
echo blanks > ' leading and trailing '
mkdir -p empty-directory deep/a/b/c/d && echo deep > deep/a/b/c/d/file
mkfifo fifo
touch -d '1999-12-31 23:59:59.123456789' old
touch -h -d '1998-01-01 00:00:00.987654321' dangling
cd .. && touch complete
