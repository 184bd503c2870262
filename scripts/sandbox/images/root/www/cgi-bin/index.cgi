#!/bin/sh
# Shows what this task was given: a config's content, and of a secret no more than that it is there.
escape() { sed 's/&/\&amp;/g; s/</\&lt;/g'; }
file=${SHOW_FILE:-/app/config/config.json}
printf 'Content-Type: text/html; charset=utf-8\r\n\r\n'
echo "<!doctype html><title>$TITLE</title><h1>$TITLE</h1><p>Task on $(hostname | escape)</p>"
case $file in *secret*) file=/nothing/that/may/be/shown ;; esac
if [ -r "$file" ]; then
  hash=$(sha256sum "$file" | cut -d ' ' -f 1)
  echo "<h2>Config: $file</h2><p>sha256 <code>$hash</code></p><pre>$(escape <"$file")</pre>"
else
  echo "<h2>Config: none at $file</h2>"
fi
found=
for secret in /app/config/secrets.json /app/secrets/* /run/secrets/*; do
  if [ -f "$secret" ]; then found=yes; echo "<p>Secret: present at $secret</p>"; fi
done
[ -n "$found" ] || echo '<p>Secret: none</p>'
