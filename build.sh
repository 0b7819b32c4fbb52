#!/bin/sh
# Re-runs the studies. See ./build.sh --help
self=$0
while [ -h "$self" ]; do # a link: the checkout is where it leads to
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
exec "$(dirname "$self")/build/program.sh" build/Build.csproj Research.Build.dll "$@"
