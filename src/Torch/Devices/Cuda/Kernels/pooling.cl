// Pooling over planes: MaxPooling.cs and CpuKernels.Pooling.cs. Gradients are gathered: each pixel adds those of the outputs that saw it, in their order.

#define POOL \
    int planes, int height, int width, int outHeight, int outWidth, int kernelHeight, int kernelWidth, int strideY, int strideX, int padY, int padX, \
    int dilationY, int dilationX, int padded, long fixedDivisor

// The first of equals, and a NaN before all; its place in the window, y·width + x.
#define LARGEST(NAME, PLACE_TYPE) \
    KERNEL void NAME(POOL, GLOBAL const float *input, GLOBAL float *output, GLOBAL PLACE_TYPE *places) \
    { \
        FOR_EACH(at, (long)planes * outHeight * outWidth) \
        { \
            int x = (int)(at % outWidth), y = (int)(at / outWidth % outHeight); \
            GLOBAL const float *plane = input + at / outWidth / outHeight * height * width; \
            int place = -1; \
            float most = -INFINITE; \
            for (int ky = 0; ky < kernelHeight; ky++) \
            { \
                int r = y * strideY - padY + ky * dilationY; \
                if ((uint)r >= (uint)height) continue; \
                for (int kx = 0; kx < kernelWidth; kx++) \
                { \
                    int c = x * strideX - padX + kx * dilationX; \
                    if ((uint)c >= (uint)width) continue; \
                    float value = plane[(long)r * width + c]; \
                    if (place < 0 || value > most || value != value) { place = ky * kernelWidth + kx; most = value; } \
                } \
            } \
            output[at] = most; \
            places[at] = (PLACE_TYPE)place; \
        } \
    }

LARGEST(largest8, uchar)
LARGEST(largest32, int)

#define LARGEST_BACKWARD(NAME, PLACE_TYPE) \
    KERNEL void NAME(POOL, GLOBAL const float *gradient, GLOBAL const PLACE_TYPE *places, GLOBAL float *input) \
    { \
        FOR_EACH(at, (long)planes * height * width) \
        { \
            int c = (int)(at % width), r = (int)(at / width % height); \
            long plane = at / width / height * outHeight * outWidth; \
            int lowest = r + padY - (kernelHeight - 1) * dilationY, y = lowest <= 0 ? 0 : (lowest + strideY - 1) / strideY; \
            float sum = 0.0f; \
            for (; y < outHeight && y * strideY - padY <= r; y++) \
            { \
                int ky = r + padY - y * strideY; \
                if (ky % dilationY != 0) continue; \
                int leftmost = c + padX - (kernelWidth - 1) * dilationX, x = leftmost <= 0 ? 0 : (leftmost + strideX - 1) / strideX; \
                for (; x < outWidth && x * strideX - padX <= c; x++) \
                { \
                    int kx = c + padX - x * strideX; \
                    if (kx % dilationX != 0) continue; \
                    long to = plane + (long)y * outWidth + x; \
                    if ((int)places[to] == ky / dilationY * kernelWidth + kx / dilationX) sum = sum + gradient[to]; \
                } \
            } \
            input[at] = sum; \
        } \
    }

LARGEST_BACKWARD(largest_backward8, uchar)
LARGEST_BACKWARD(largest_backward32, int)

#define LARGEST_INDEX(NAME, PLACE_TYPE) \
    KERNEL void NAME(POOL, GLOBAL const PLACE_TYPE *places, GLOBAL long *index) \
    { \
        FOR_EACH(at, (long)planes * outHeight * outWidth) \
        { \
            int x = (int)(at % outWidth), y = (int)(at / outWidth % outHeight), place = (int)places[at]; \
            long row = (long)y * strideY - padY + (long)(place / kernelWidth) * dilationY; \
            index[at] = row * width + (long)x * strideX - padX + (long)(place % kernelWidth) * dilationX; \
        } \
    }

LARGEST_INDEX(largest_index8, uchar)
LARGEST_INDEX(largest_index32, int)

DEVICE int least(int a, int b) { return a < b ? a : b; }
DEVICE int most_of(int a, int b) { return a > b ? a : b; }

typedef struct { int y0, y1, x0, x1; long divisor; } window;

#define WINDOW(y, x) \
    window w; \
    { \
        int top = (y) * strideY - padY, left = (x) * strideX - padX; \
        int bottom = least(top + kernelHeight, height + padY), right = least(left + kernelWidth, width + padX); \
        w.y0 = most_of(top, 0); \
        w.y1 = least(bottom, height); \
        w.x0 = most_of(left, 0); \
        w.x1 = least(right, width); \
        w.divisor = fixedDivisor != 0 ? fixedDivisor : padded ? (long)(bottom - top) * (right - left) : (long)(w.y1 - w.y0) * (w.x1 - w.x0); \
    }

// PyTorch's windows: from ⌊i·n/m⌋ to ⌈(i+1)·n/m⌉.
#define ADAPTIVE(y, x) \
    window w; \
    w.y0 = (y) * height / outHeight; \
    w.y1 = (((y) + 1) * height + outHeight - 1) / outHeight; \
    w.x0 = (x) * width / outWidth; \
    w.x1 = (((x) + 1) * width + outWidth - 1) / outWidth; \
    w.divisor = (long)(w.y1 - w.y0) * (w.x1 - w.x0);

KERNEL void average(POOL, GLOBAL const float *input, GLOBAL float *output)
{
    FOR_EACH(at, (long)planes * outHeight * outWidth)
    {
        int x = (int)(at % outWidth), y = (int)(at / outWidth % outHeight);
        GLOBAL const float *plane = input + at / outWidth / outHeight * height * width;
        WINDOW(y, x)
        double sum = 0.0;
        for (int r = w.y0; r < w.y1; r++)
            for (int c = w.x0; c < w.x1; c++) sum = sum + (double)plane[(long)r * width + c];
        output[at] = (float)(sum / (double)w.divisor);
    }
}

KERNEL void average_adaptive(POOL, GLOBAL const float *input, GLOBAL float *output)
{
    FOR_EACH(at, (long)planes * outHeight * outWidth)
    {
        int x = (int)(at % outWidth), y = (int)(at / outWidth % outHeight);
        GLOBAL const float *plane = input + at / outWidth / outHeight * height * width;
        ADAPTIVE(y, x)
        double sum = 0.0;
        for (int r = w.y0; r < w.y1; r++) sum = sum + line_sum(plane + (long)r * width + w.x0, w.x1 - w.x0);
        output[at] = (float)(sum / (double)w.divisor);
    }
}

// The windows from y and x on that hold the pixel; they begin in ascending order.
#define SPREAD(NAME, FIRST_Y, FIRST_X, FIND) \
    KERNEL void NAME(POOL, GLOBAL const float *gradient, GLOBAL float *input) \
    { \
        FOR_EACH(at, (long)planes * height * width) \
        { \
            int c = (int)(at % width), r = (int)(at / width % height); \
            GLOBAL const float *slopes = gradient + at / width / height * outHeight * outWidth; \
            float sum = 0.0f; \
            for (int y = FIRST_Y; y < outHeight; y++) \
            { \
                { FIND(y, 0) if (w.y0 > r) break; if (r >= w.y1) continue; } \
                for (int x = FIRST_X; x < outWidth; x++) \
                { \
                    FIND(y, x) \
                    if (w.x0 > c) break; \
                    if (c < w.x1) sum = sum + slopes[(long)y * outWidth + x] / (float)w.divisor; \
                } \
            } \
            input[at] = sum; \
        } \
    }

SPREAD(average_backward, most_of(0, (r + padY - kernelHeight) / strideY), most_of(0, (c + padX - kernelWidth) / strideX), WINDOW)
SPREAD(average_adaptive_backward, most_of(0, (int)((long)r * outHeight / height) - 1), most_of(0, (int)((long)c * outWidth / width) - 1), ADAPTIVE)
