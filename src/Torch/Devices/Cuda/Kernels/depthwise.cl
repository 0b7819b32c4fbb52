// Depth-wise convolutions: Depthwise.cs, DepthwiseScatter.cs and DepthwiseWeights.cs.

// One chain from the bias over (ky, kx); padding is multiplied in as zeros.
KERNEL void depthwise(SHAPE, GLOBAL const float *input, GLOBAL const float *weight, GLOBAL const float *bias, GLOBAL float *output)
{
    int outs = outChannels / groups, taps = kernelHeight * kernelWidth, outPixels = outHeight * outWidth;
    FOR_EACH(at, (long)batch * outChannels * outPixels)
    {
        int pixel = (int)(at % outPixels), o = (int)(at / outPixels % outChannels);
        long image = at / outPixels / outChannels;
        GLOBAL const float *plane = input + (image * inChannels + o / outs) * height * width;
        float sum = bias ? bias[o] : 0.0f;
        for (int tap = 0; tap < taps; tap++)
        {
            int y = pixel / outWidth * strideY - padY + tap / kernelWidth * dilationY, x = pixel % outWidth * strideX - padX + tap % kernelWidth * dilationX;
            sum = FMA(weight[o * taps + tap], pixel_at(plane, y, x, height, width), sum);
        }
        output[at] = sum;
    }
}

// One chain from zero over (out channel, ky, kx); places without an output are multiplied in as zeros where asked, else left out.
KERNEL void depthwise_input(SHAPE, GLOBAL const float *gradient, GLOBAL const float *weight, GLOBAL float *input, int zeros)
{
    int outs = outChannels / groups, taps = kernelHeight * kernelWidth, outPixels = outHeight * outWidth, inPixels = height * width;
    FOR_EACH(at, (long)batch * inChannels * inPixels)
    {
        int pixel = (int)(at % inPixels), c = (int)(at / inPixels % inChannels);
        long image = at / inPixels / inChannels;
        float sum = 0.0f;
        for (int o = c * outs; o < (c + 1) * outs; o++)
        {
            GLOBAL const float *plane = gradient + (image * outChannels + o) * outPixels;
            for (int tap = 0; tap < taps; tap++)
            {
                int y = seen(pixel / width, padY, tap / kernelWidth * dilationY, strideY, outHeight), x = seen(pixel % width, padX, tap % kernelWidth * dilationX, strideX, outWidth);
                int saw = y >= 0 && x >= 0;
                if (saw || zeros) sum = FMA(weight[o * taps + tap], saw ? plane[y * outWidth + x] : 0.0f, sum);
            }
        }
        input[at] = sum;
    }
}

// The blocks of the line sums of gradient·pixel, [out, tap, image, block]; line_totals adds them.
KERNEL void depthwise_weight_blocks(SHAPE, GLOBAL const float *input, GLOBAL const float *gradient, GLOBAL double *partial, long lines, long size, long blocks)
{
    int outs = outChannels / groups, taps = kernelHeight * kernelWidth;
    LINE_BLOCKS(({
        int image = (int)(line % batch), tap = (int)(line / batch % taps), o = (int)(line / batch / taps);
        GLOBAL const float *plane = input + ((long)image * inChannels + o / outs) * height * width;
        int y = (int)j / outWidth * strideY - padY + tap / kernelWidth * dilationY, x = (int)j % outWidth * strideX - padX + tap % kernelWidth * dilationX;
        FMA(gradient[((long)image * outChannels + o) * size + j], pixel_at(plane, y, x, height, width), sum);
    }))
}
