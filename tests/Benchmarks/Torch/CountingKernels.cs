#if !TORCHSHARP
using System.Runtime.CompilerServices;
using Research.Numerics;
using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Benchmarks.Torch;

/// <summary>Counts the calls of kernels by name, and passes them on.</summary>
internal sealed unsafe class CountingKernels(IKernels device) : IKernels
{
    /// <summary>Calls so far of each kernel.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    public void Fill(torch.ScalarType type, void* target, long count, Scalar value)
    {
        Count();
        device.Fill(type, target, count, value);
    }

    public void Cast(torch.ScalarType from, void* source, torch.ScalarType to, void* target, long count)
    {
        Count();
        device.Cast(from, source, to, target, count);
    }

    public void Gather(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target)
    {
        Count();
        device.Gather(elementSize, source, strides, shape, target);
    }

    public void Scatter(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target)
    {
        Count();
        device.Scatter(elementSize, source, strides, shape, target);
    }

    public void Unary(UnaryOp op, float* source, float* target, long count, float p, float q)
    {
        Count();
        device.Unary(op, source, target, count, p, q);
    }

    public void Binary(
        BinaryOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        void* target,
        ReadOnlySpan<long> shape
    )
    {
        Count();
        device.Binary(op, type, a, aStrides, b, bStrides, target, shape);
    }

    public void Compare(
        CompareOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        bool* target,
        ReadOnlySpan<long> shape
    )
    {
        Count();
        device.Compare(op, type, a, aStrides, b, bStrides, target, shape);
    }

    public void Where(int elementSize, bool* condition, void* a, void* b, void* target, long count)
    {
        Count();
        device.Where(elementSize, condition, a, b, target, count);
    }

    public void AddScaled(float* target, float* source, float factor, long count)
    {
        Count();
        device.AddScaled(target, source, factor, count);
    }

    public void Reduce(ReduceOp op, torch.ScalarType type, void* source, void* target, long outer, long size, long inner)
    {
        Count();
        device.Reduce(op, type, source, target, outer, size, inner);
    }

    public void ArgReduce(bool largest, torch.ScalarType type, void* source, long* target, long outer, long size, long inner)
    {
        Count();
        device.ArgReduce(largest, type, source, target, outer, size, inner);
    }

    public void CumulativeSum(torch.ScalarType type, void* source, void* target, long outer, long size, long inner)
    {
        Count();
        device.CumulativeSum(type, source, target, outer, size, inner);
    }

    public void Softmax(bool logarithm, float* source, float* target, long outer, long size, long inner)
    {
        Count();
        device.Softmax(logarithm, source, target, outer, size, inner);
    }

    public void SoftmaxBackward(bool logarithm, float* gradient, float* output, float* target, long outer, long size, long inner)
    {
        Count();
        device.SoftmaxBackward(logarithm, gradient, output, target, outer, size, inner);
    }

    public void ArgSort(torch.ScalarType type, void* source, long* target, long outer, long size, long inner, bool descending)
    {
        Count();
        device.ArgSort(type, source, target, outer, size, inner, descending);
    }

    public void TakeAlong(int elementSize, void* source, long* index, void* target, long outer, long size, long taken, long inner)
    {
        Count();
        device.TakeAlong(elementSize, source, index, target, outer, size, taken, inner);
    }

    public void PutAlong(
        bool add,
        torch.ScalarType type,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long put,
        long inner
    )
    {
        Count();
        device.PutAlong(add, type, source, index, target, outer, size, put, inner);
    }

    public void TakeSlices(
        int elementSize,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long taken,
        long inner
    )
    {
        Count();
        device.TakeSlices(elementSize, source, index, target, outer, size, taken, inner);
    }

    public void AddSlices(float* source, long* index, float* target, long outer, long size, long put, long inner)
    {
        Count();
        device.AddSlices(source, index, target, outer, size, put, inner);
    }

    public void Gemm(
        int batch,
        int m,
        int n,
        int k,
        float* a,
        bool transposeA,
        long aStride,
        float* b,
        bool transposeB,
        long bStride,
        float* bias,
        float* target,
        long targetStride
    )
    {
        Count();
        device.Gemm(batch, m, n, k, a, transposeA, aStride, b, transposeB, bStride, bias, target, targetStride);
    }

    public void ConvForward(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        Count();
        device.ConvForward(conv, input, weight, bias, output);
    }

    public void ConvInput(Conv conv, float* gradient, float* weight, float* input)
    {
        Count();
        device.ConvInput(conv, gradient, weight, input);
    }

    public void ConvWeight(Conv conv, float* input, float* gradient, float* weight)
    {
        Count();
        device.ConvWeight(conv, input, gradient, weight);
    }

    public void MaxPool(Pool2d pool, float* input, float* output, byte* places)
    {
        Count();
        device.MaxPool(pool, input, output, places);
    }

    public void MaxPoolBackward(Pool2d pool, float* gradient, byte* places, float* input)
    {
        Count();
        device.MaxPoolBackward(pool, gradient, places, input);
    }

    public void MaxPoolIndex(Pool2d pool, byte* places, long* index)
    {
        Count();
        device.MaxPoolIndex(pool, places, index);
    }

    public void AveragePool(Pool2d pool, float* input, float* output)
    {
        Count();
        device.AveragePool(pool, input, output);
    }

    public void AveragePoolBackward(Pool2d pool, float* gradient, float* input)
    {
        Count();
        device.AveragePoolBackward(pool, gradient, input);
    }

    public void AdaptiveAveragePool(Pool2d pool, float* input, float* output)
    {
        Count();
        device.AdaptiveAveragePool(pool, input, output);
    }

    public void AdaptiveAveragePoolBackward(Pool2d pool, float* gradient, float* input)
    {
        Count();
        device.AdaptiveAveragePoolBackward(pool, gradient, input);
    }

    public void ChannelStatistics(float* input, float* mean, float* variance, int batch, int channels, long pixels)
    {
        Count();
        device.ChannelStatistics(input, mean, variance, batch, channels, pixels);
    }

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
        Count();
        device.ChannelAffine(input, mean, scale, shift, output, batch, channels, pixels);
    }

    public void ChannelScale(float* variance, float* weight, float eps, float* deviation, float* scale, int channels)
    {
        Count();
        device.ChannelScale(variance, weight, eps, deviation, scale, channels);
    }

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
    )
    {
        Count();
        device.ChannelSlopes(deviation, weight, sum, product, count, a, b, c, slope, channels);
    }

    public void ChannelRunning(float* running, float* value, float keep, float share, int channels)
    {
        Count();
        device.ChannelRunning(running, value, keep, share, channels);
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
        Count();
        device.ChannelSums(gradient, input, mean, sum, product, batch, channels, pixels);
    }

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
        Count();
        device.ChannelBackward(gradient, input, mean, a, b, c, target, batch, channels, pixels);
    }

    public void RecurrentForward(
        Recurrent layer,
        float* x,
        float* weight,
        float* bias,
        float* h0,
        float* c0,
        float* output,
        float* kept,
        float* hn,
        float* cn
    )
    {
        Count();
        device.RecurrentForward(layer, x, weight, bias, h0, c0, output, kept, hn, cn);
    }

    public void RecurrentBackward(
        Recurrent layer,
        float* weight,
        float* h0,
        float* c0,
        float* output,
        float* kept,
        float* gradient,
        float* gradientH,
        float* gradientC,
        float* gradientX,
        float* gradientHidden,
        float* gradientH0,
        float* gradientC0
    )
    {
        Count();
        device.RecurrentBackward(
            layer,
            weight,
            h0,
            c0,
            output,
            kept,
            gradient,
            gradientH,
            gradientC,
            gradientX,
            gradientHidden,
            gradientH0,
            gradientC0
        );
    }

    public void AdamStep(ReadOnlySpan<UpdateTask> tasks)
    {
        Count();
        device.AdamStep(tasks);
    }

    public void DescentStep(ReadOnlySpan<UpdateTask> tasks, DescentFactors factors)
    {
        Count();
        device.DescentStep(tasks, factors);
    }

    public void CheckIndex(string operation, long* index, long count, long size)
    {
        Count();
        device.CheckIndex(operation, index, count, size);
    }

    public void Draw(Draw draw, Rng rng, float* target, long count)
    {
        Count();
        device.Draw(draw, rng, target, count);
    }

    private void Count([CallerMemberName] string name = "") => Calls[name] = Calls.GetValueOrDefault(name) + 1;
}
#endif
