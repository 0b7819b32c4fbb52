namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    public void ChannelStatistics(float* input, float* mean, float* variance, int batch, int channels, long pixels)
    {
        long blocks = Blocks(pixels);
        long planes = (long)batch * channels;
        using var partial = new CudaRoom(place, planes * blocks * sizeof(double));
        double count = (double)batch * pixels;
        Lines("line_blocks", planes * blocks, input, partial, planes, pixels, blocks);
        Planes(partial, mean, batch, channels, blocks, count);
        Lines("channel_square_blocks", planes * blocks, input, mean, channels, partial, planes, pixels, blocks);
        Planes(partial, variance, batch, channels, blocks, count);
    }

    public void ChannelSums(
        float* gradient,
        float* input,
        float* mean,
        float* sum,
        float* product,
        int batch,
        int channels,
        long pixels
    )
    {
        long blocks = Blocks(pixels);
        long planes = (long)batch * channels;
        using var partial = new CudaRoom(place, planes * blocks * sizeof(double));
        Lines("line_blocks", planes * blocks, gradient, partial, planes, pixels, blocks);
        Planes(partial, sum, batch, channels, blocks, 1);
        Lines("channel_product_blocks", planes * blocks, [gradient, input, mean, channels, partial, planes, pixels, blocks]);
        Planes(partial, product, batch, channels, blocks, 1);
    }

    // A channel's planes lie a whole image apart.
    private void Planes(CudaRoom partial, float* target, int batch, int channels, long blocks, double divisor) =>
        Totals(partial, target, channels, blocks, lines: batch, itemStride: 1, lineStride: channels, divisor);

    public void ChannelAffine(
        float* input,
        float* mean,
        float* scale,
        float* shift,
        float* output,
        int batch,
        int channels,
        long pixels
    )
    {
        long count = batch * channels * pixels;
        Each("channel_affine", count, input, mean, scale, shift, output, count, channels, pixels);
    }

    public void ChannelScale(float* variance, float* weight, float eps, float* deviation, float* scale, int channels) =>
        Each("channel_scale", channels, variance, weight, eps, deviation, scale, channels);

    public void ChannelSlopes(
        float* deviation,
        float* weight,
        float* sum,
        float* product,
        float count,
        float* a,
        float* b,
        float* c,
        float* slope,
        int channels
    ) => Each("channel_slopes", channels, deviation, weight, sum, product, count, a, b, c, slope, channels);

    public void ChannelRunning(float* running, float* value, float keep, float share, int channels) =>
        Each("channel_running", channels, running, value, keep, share, channels);

    public void ChannelBackward(
        float* gradient,
        float* input,
        float* mean,
        float* a,
        float* b,
        float* c,
        float* target,
        int batch,
        int channels,
        long pixels
    )
    {
        long count = batch * channels * pixels;
        Each("channel_backward", count, gradient, input, mean, a, b, c, target, count, channels, pixels);
    }
}
