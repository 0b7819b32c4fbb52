#!/bin/bash
# Compiles Kernels/kernels.cl to kernels.ptx with Debian's clang 19 (apt-get install clang-19); no CUDA SDK. The same compiler gives the same bytes.
# sm_75 and PTX 6.3 are the lowest that the drivers of CUDA 12 and 13 take; the driver compiles for its own GPU.
# Usage: build-ptx.sh [target file]
set -euo pipefail
cd "$(dirname "$0")"
target=${1:-kernels.ptx}
draft=$(mktemp)
trap 'rm -f "$draft"' EXIT
(
  cd Kernels # so that no path of this machine is in what is compiled
  clang-19 -x cl -cl-std=CL1.2 -target nvptx64-nvidia-cuda -march=sm_75 -Xclang -target-feature -Xclang +ptx63 \
    -O3 -fno-unroll-loops -ffp-contract=off -fno-math-errno -cl-fp32-correctly-rounded-divide-sqrt -Werror -S kernels.cl -o "$draft"
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
cp "$draft" "$target"
