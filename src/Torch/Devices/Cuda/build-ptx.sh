#!/bin/bash
# Compiles Kernels/kernels.cl to kernels.ptx with Debian's clang 19 (apt-get install clang-19); no CUDA SDK. The same compiler gives the same bytes.
# sm_75 and PTX 6.3 are the lowest that the drivers of CUDA 12 and 13 take; the driver compiles for its own GPU.
# Usage: build-ptx.sh [target file [source file]]   compiles
#        build-ptx.sh --check                       compiles, and compares with the kernels.ptx that is committed, byte for byte
# Exit codes: 0 well, 1 the source does not compile or gives a forbidden instruction, 2 there is no clang-19, 3 other bytes than the committed ones.
set -euo pipefail
own=$(cd "$(dirname "$0")" && pwd)
checks=false
[ "${1:-}" = --check ] && { checks=true; shift; }
target=${1:-$own/kernels.ptx}
source=${2:-$own/Kernels/kernels.cl}
if ! command -v clang-19 > /dev/null; then
  echo "build-ptx.sh: clang-19 is not here; the kernels are compiled with it. Debian 12 and 13 have it: apt-get install clang-19" >&2
  exit 2
fi
draft=$(mktemp)
trap 'rm -f "$draft" "$draft.2"' EXIT
(
  cd "$(dirname "$source")" # so that no path of this machine is in what is compiled
  clang-19 -x cl -cl-std=CL1.2 -target nvptx64-nvidia-cuda -march=sm_75 -Xclang -target-feature -Xclang +ptx63 \
    -O3 -fno-unroll-loops -ffp-contract=off -fno-math-errno -cl-fp32-correctly-rounded-divide-sqrt -Werror -S "$(basename "$source")" -o "$draft"
)
# Comments go; and all kernels run with 256 threads: ptxas is told, which clang's OpenCL does not do.
sed -E 's|[[:space:]]*//.*$||; /^$/d' "$draft" |
  awk '/\.entry/ {entry = 1} {print} entry && /^\)/ {print ".maxntid 256, 1, 1"; entry = 0}' > "$draft.2"
mv "$draft.2" "$draft"
# What a driver may contract, approximate or flush is refused; fused by name is fma.rn.f32 alone.
if grep -nE '\b(mad\.[a-z.]*f(32|64)|fma\.[a-z.]*f64|(add|sub|mul)\.f(32|64))|\bfma\.(rz|rm|rp)|\.approx|\.ftz|\.full' "$draft"; then
  echo "build-ptx.sh: these instructions could be contracted, approximated or flushed, so their bits would be the driver's choice; mend the source." >&2
  exit 1
fi
if $checks; then
  if ! cmp "$draft" "$own/kernels.ptx"; then
    echo "build-ptx.sh: the committed kernels.ptx is not what its source gives with $(clang-19 --version | head -n 1). Run build-ptx.sh and commit it." >&2
    exit 3
  fi
  echo "kernels.ptx is what its source gives, byte for byte ($(grep -c '\.entry' "$draft") kernels)"
  exit 0
fi
cp "$draft" "$target"
