#!/bin/sh
# rotate.sh OLD NEW: gives every service that uses the secret OLD a new one, one service after the other, and puts all of
# them back when one fails. The shortest that we know that does what Skep does for one.
set -eu
old=$1 new=$2
format='{{$name := .Spec.Name}}{{range .Spec.TaskTemplate.ContainerSpec.Secrets}}{{$name}} {{.SecretName}} {{.File.Name}}{{println}}{{end}}'
users() { docker service inspect --format "$format" $(docker service ls --quiet) | awk -v secret="$1" '$2 == secret'; }
swap() { docker service update --quiet --detach=false --secret-rm "$2" --secret-add "source=$3,target=$4" "$1" >/dev/null; }

openssl rand -hex 24 | docker secret create "$new" - >/dev/null
list=$(mktemp)
users "$old" >"$list"
while read -r service _ target; do
  swap "$service" "$old" "$new" "$target" </dev/null && continue
  users "$new" | while read -r moved _ path; do swap "$moved" "$new" "$old" "$path" </dev/null; done
  exit 1
done <"$list"
# "Converged" is also said after a rollback: only the tasks tell.
while read -r service _; do
  for task in $(docker service ps --quiet --filter desired-state=running "$service"); do
    docker inspect --format '{{.Status.State}}{{range .Spec.ContainerSpec.Secrets}} {{.SecretName}}{{end}}' "$task" |
      grep -q "^running.* $new\b" || exit 1
  done
done <"$list"
rm "$list"
