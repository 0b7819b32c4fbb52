#!/bin/sh
# in-arm64.sh COMMAND…: the kernel starts programs of arm64 by qemu, in a namespace of its own that ends with the command. The engine needs it, as it
# starts workers by their path. QEMU_PROGRAM names qemu-aarch64-static. Exit code 9: the kernel does not let a user register it (before Linux 6.7).
: "${QEMU_PROGRAM:?names qemu-aarch64-static}"
export QEMU_PROGRAM
exec unshare -U -r -m sh -c '
  mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc || exit 9
  magic="\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00"
  mask="\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff"
  printf "%s" ":qemu-aarch64:M::$magic:$mask:$QEMU_PROGRAM:F" > /proc/sys/fs/binfmt_misc/register || exit 9
  exec "$@"' in-arm64 "$@"
