// Convolutions as products whose right factor is read from images where it lies; weight [out, in/groups, ky, kx], one group a BLOCK_Z.

#define SHAPE \
    int batch, int inChannels, int height, int width, int outChannels, int kernelHeight, int kernelWidth, int strideY, int strideX, int padY, int padX, \
    int dilationY, int dilationX, int groups, int outHeight, int outWidth
#define SIZES \
    int ins = inChannels / groups, outs = outChannels / groups, taps = kernelHeight * kernelWidth, group = BLOCK_Z % groups; \
    int inPixels = height * width, outPixels = outHeight * outWidth;

// [groups, out, in, taps] → [groups, in, out, taps backwards] (ConvTurned.cs).
KERNEL void turn_filters(GLOBAL const float *weight, GLOBAL float *turned, int groups, int outs, int ins, int taps)
{
    FOR_EACH(at, (long)groups * outs * ins * taps)
    {
        int tap = (int)(at % taps), o = (int)(at / taps % outs), c = (int)(at / taps / outs % ins);
        long g = at / taps / outs / ins;
        turned[at] = weight[((g * outs + o) * ins + c) * taps + taps - 1 - tap];
    }
}

// Forward: rows are out channels, columns the outputs of all images, k = (channel, ky, kx); padding is multiplied in as zeros.
#define ARGUMENTS SHAPE, GLOBAL const float *restrict input, GLOBAL const float *restrict weight, GLOBAL const float *restrict bias, GLOBAL float *restrict output
#define A_ALONG_K 1
#define B_ALONG_N 1
#define SETUP \
    SIZES \
    int m = outs, n = batch * outPixels, k = ins * taps; \
    GLOBAL const float *filters = weight + (long)group * outs * k; \
    GLOBAL const float *image[4]; \
    int top[4], first[4]; \
    UNROLL for (int e = 0; e < 4; e++) \
    { \
        int q = col0 + bq + e, pixel = q % outPixels; \
        image[e] = input + ((long)(q / outPixels) * inChannels + (long)group * ins) * inPixels; \
        top[e] = pixel / outWidth * strideY - padY; \
        first[e] = pixel % outWidth * strideX - padX; \
    } \
    int down_, right_; \
    long channel;
#define SEGMENTS 1
#define SEGMENT_SETUP
#define DEPTH k
#define B_STEP(kb) \
    { \
        int tap = (kb) % taps; \
        channel = (long)((kb) / taps) * inPixels; \
        down_ = tap / kernelWidth * dilationY; \
        right_ = tap % kernelWidth * dilationX; \
    }
#define A_AT(r, ka) filters[(long)(r) * k + (ka)]
#define B_AT(kb, q, e) \
    ((uint)(top[e] + down_) < (uint)height && (uint)(first[e] + right_) < (uint)width ? image[e][channel + (top[e] + down_) * width + first[e] + right_] : 0.0f)
#define START(r, q) (bias && (r) < m ? bias[group * outs + (r)] : 0.0f)
#define FINISH \
    EACH(int r = ROW(i), q = COLUMN(j); \
         if (r < m && q < n) output[((long)(q / outPixels) * outChannels + (long)group * outs + r) * outPixels + q % outPixels] = v[i][j];)
#define CLOSE
#define TILE 128
#define NAME convolution128
#include "product_tile.cl"
#undef TILE
#undef NAME
#define TILE 64
#define NAME convolution64
#include "product_tile.cl"
#undef NAME
#undef ARGUMENTS
#undef B_ALONG_N
#undef SETUP
#undef SEGMENTS
#undef SEGMENT_SETUP
#undef DEPTH
#undef B_STEP
#undef A_AT
#undef B_AT
#undef START
#undef FINISH
#undef CLOSE
#undef A_ALONG_K

// Gradient of the input where a stride leaves pixels out: rows are in channels, columns the pixels of all images. A segment is a tap, in ascending
// (ky, kx), with k the out channels; it is added where an output saw the pixel (ConvScatter.cs).
DEVICE int seen(int at, int pad, int reach, int stride, int size)
{
    int place = at + pad - reach;
    int index = place / stride;
    return place >= 0 && index * stride == place && index < size ? index : -1;
}

#define ARGUMENTS SHAPE, GLOBAL const float *restrict gradient, GLOBAL const float *restrict weight, GLOBAL float *restrict input
#define A_ALONG_K 0
#define B_ALONG_N 1
#define SETUP \
    SIZES \
    int m = ins, n = batch * inPixels; \
    GLOBAL const float *slopes[4]; \
    int place[4]; \
    float total[4][4]; \
    UNROLL for (int i = 0; i < 4; i++) UNROLL for (int j = 0; j < 4; j++) total[i][j] = 0.0f;
#define SEGMENTS taps
#define SEGMENT_SETUP \
    int down_ = segment / kernelWidth * dilationY, right_ = segment % kernelWidth * dilationX; \
    UNROLL for (int e = 0; e < 4; e++) \
    { \
        int q = col0 + bq + e, pixel = q % inPixels; \
        int y = seen(pixel / width, padY, down_, strideY, outHeight), x = seen(pixel % width, padX, right_, strideX, outWidth); \
        slopes[e] = gradient + ((long)(q / inPixels) * outChannels + (long)group * outs) * outPixels; \
        place[e] = y >= 0 && x >= 0 ? y * outWidth + x : -1; \
    }
#define DEPTH outs
#define B_STEP(kb)
#define A_AT(r, ka) weight[(((long)group * outs + (ka)) * ins + (r)) * taps + segment]
#define B_AT(kb, q, e) (place[e] >= 0 ? slopes[e][(long)(kb) * outPixels + place[e]] : 0.0f)
#define START(r, q) 0.0f
#define FINISH \
    UNROLL for (int j = 0; j < 4; j++) \
    { \
        int pixel = COLUMN(j) % inPixels; \
        int saw = seen(pixel / width, padY, down_, strideY, outHeight) >= 0 && seen(pixel % width, padX, right_, strideX, outWidth) >= 0; \
        UNROLL for (int i = 0; i < 4; i++) total[i][j] = saw ? total[i][j] + v[i][j] : total[i][j]; \
    }
#define CLOSE \
    EACH(int r = ROW(i), q = COLUMN(j); \
         if (r < m && q < n) input[((long)(q / inPixels) * inChannels + (long)group * ins + r) * inPixels + q % inPixels] = total[i][j];)
#define NAME convolution_input
#include "product_tile.cl"
#undef NAME
#undef ARGUMENTS
#undef B_ALONG_N
#undef SETUP
#undef SEGMENTS
#undef SEGMENT_SETUP
#undef DEPTH
#undef B_STEP
#undef A_AT
#undef B_AT
#undef START
#undef FINISH
#undef CLOSE
#undef A_ALONG_K

// Gradient of the weight: rows are out channels, columns (channel, ky, kx), k the positions of an image. A segment is an image; BLOCK_Z has some
// images of a group, whose sum it writes (ConvFilters.cs).
#define ARGUMENTS SHAPE, GLOBAL const float *restrict input, GLOBAL const float *restrict gradient, GLOBAL float *restrict sums, int images
#define A_ALONG_K 1
#define B_ALONG_N 0
#define SETUP \
    SIZES \
    int part = BLOCK_Z / groups, m = outs, n = ins * taps; \
    int column = (col0 + bq) % n, tap = column % taps; \
    int down_ = tap / kernelWidth * dilationY - padY, right_ = tap % kernelWidth * dilationX - padX; \
    GLOBAL const float *plane = input + ((long)part * images * inChannels + (long)group * ins + column / taps) * inPixels; \
    GLOBAL const float *slopes = gradient + ((long)part * images * outChannels + (long)group * outs) * outPixels; \
    float total[4][4]; \
    UNROLL for (int i = 0; i < 4; i++) UNROLL for (int j = 0; j < 4; j++) total[i][j] = 0.0f;
#define SEGMENTS images
#define SEGMENT_SETUP
#define DEPTH outPixels
#define B_STEP(kb)
#define A_AT(r, ka) slopes[(long)(r) * outPixels + (ka)]
DEVICE float pixel_at(GLOBAL const float *plane, int y, int x, int height, int width)
{
    return (uint)y < (uint)height && (uint)x < (uint)width ? plane[y * width + x] : 0.0f;
}
#define B_AT(kb, q, e) pixel_at(plane, (kb) / outWidth * strideY + down_, (kb) % outWidth * strideX + right_, height, width)
#define START(r, q) 0.0f
#define FINISH \
    EACH(total[i][j] = total[i][j] + v[i][j];) \
    plane += (long)inChannels * inPixels; \
    slopes += (long)outChannels * outPixels;
#define CLOSE \
    EACH(int r = ROW(i), q = COLUMN(j); if (r < m && q < n) sums[((long)part * outChannels + (long)group * outs + r) * n + q] = total[i][j];)
#define NAME convolution_weight
#include "product_tile.cl"
#undef NAME
#undef TILE

// target = (what it holds, or zero) + each of the images' sums, in order.
KERNEL void add_images(GLOBAL const float *sums, GLOBAL float *target, long values, int images, int again)
{
    FOR_EACH(at, values)
    {
        float total = again ? target[at] : 0.0f;
        for (int i = 0; i < images; i++) total = total + sums[i * values + at];
        target[at] = total;
    }
}
