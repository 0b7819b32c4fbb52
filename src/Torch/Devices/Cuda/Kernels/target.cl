// Names for what differs between compilers, and for loops over all values.
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

#define KERNEL __kernel __attribute__((reqd_work_group_size(256, 1, 1)))
#define GLOBAL __global
#define LOCAL __local
#define DEVICE static inline __attribute__((always_inline))
#define THREADS 256
#define TID ((int)__nvvm_read_ptx_sreg_tid_x())
#define BLOCK_X ((int)__nvvm_read_ptx_sreg_ctaid_x())
#define BLOCK_Y ((int)__nvvm_read_ptx_sreg_ctaid_y())
#define BLOCK_Z ((int)__nvvm_read_ptx_sreg_ctaid_z())
#define BLOCKS_X ((int)__nvvm_read_ptx_sreg_nctaid_x())
#define BARRIER() __syncthreads()
#define FLOOR(x) __builtin_floorf(x)
#define CEILING(x) __builtin_ceilf(x)
#define ROOT(x) __nvvm_sqrt_rn_f(x)
#define ROOT_DOUBLE(x) __nvvm_sqrt_rn_d(x)
#define FMA(a, b, c) __builtin_fmaf(a, b, c)
#define AS_FLOAT(x) __builtin_astype((x), float)
#define AS_INT(x) __builtin_astype((x), int)
#define AS_DOUBLE(x) __builtin_astype((x), double)
#define AS_LONG(x) __builtin_astype((x), long)
#define UNROLL _Pragma("unroll")

// Each thread takes every so-many-th value.
#define FOR_EACH(i, count) for (long i = (long)BLOCK_X * THREADS + TID; i < (count); i += (long)BLOCKS_X * THREADS)

#define INFINITE AS_FLOAT(0x7f800000)
#define NOT_A_NUMBER AS_FLOAT(0x7fc00000)
#define INFINITE_DOUBLE AS_DOUBLE(0x7ff0000000000000L)
#define NOT_A_NUMBER_DOUBLE AS_DOUBLE(0x7ff8000000000000L)
