// All kernels of the CUDA device. OpenCL C, compiled to PTX by ../build-ptx.sh; no CUDA SDK is needed.
//
// Each value is computed in the order that docs/torch.md states, which shapes alone decide. fma() stands where that page has it; everything else
// rounds by itself, and build-ptx.sh refuses PTX that a driver could contract, approximate or flush. Kernels run with 256 threads a block.
// Where a kernel's order is the CPU's, its comment names the file under ../../../Kernels/Cpu.
#include "target.cl"
#include "functions.cl"
#include "extended.cl"
#include "reduced.cl"
#include "moving.cl"
#include "pointwise.cl"
#include "lines.cl"
#include "columns.cl"
#include "softmax.cl"
#include "indexing.cl"
#include "products.cl"
#include "convolution.cl"
#include "depthwise.cl"
#include "pooling.cl"
#include "normalization.cl"
#include "recurrence.cl"
#include "optimisers.cl"
#include "random.cl"
