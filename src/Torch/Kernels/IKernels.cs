using Research.Numerics;
using TorchSharp;

namespace Research.Torch.Kernels;

/// <summary>All that a device must be able to do: everything else is written with these (ADR 0012).</summary>
/// <remarks>
/// Tensors are contiguous and row-major. A reduction views its tensor as [outer, size, inner]. Each output is computed by one
/// thread in an order that the shapes alone decide, fused where docs/torch.md says so, so that all devices give the same bits.
/// </remarks>
internal unsafe interface IKernels
{
    // Moving
    void Fill(torch.ScalarType type, void* target, long count, Scalar value);

    void Cast(torch.ScalarType from, void* source, torch.ScalarType to, void* target, long count);

    /// <summary>target, contiguous of that shape ← source at those strides (any sign).</summary>
    void Gather(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target);

    /// <summary>target at those strides ← source, contiguous of that shape.</summary>
    void Scatter(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target);

    // One value at a time
    void Unary(UnaryOp op, float* source, float* target, long count, float p, float q);

    void Binary(
        BinaryOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        void* target,
        ReadOnlySpan<long> shape
    );

    void Compare(
        CompareOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        bool* target,
        ReadOnlySpan<long> shape
    );

    void Where(int elementSize, bool* condition, void* a, void* b, void* target, long count);

    /// <summary>target += factor·source.</summary>
    void AddScaled(float* target, float* source, float factor, long count);

    // Along one dimension
    void Reduce(ReduceOp op, torch.ScalarType type, void* source, void* target, long outer, long size, long inner);

    void ArgReduce(bool largest, torch.ScalarType type, void* source, long* target, long outer, long size, long inner);

    void CumulativeSum(torch.ScalarType type, void* source, void* target, long outer, long size, long inner);

    void Softmax(bool logarithm, float* source, float* target, long outer, long size, long inner);

    void SoftmaxBackward(bool logarithm, float* gradient, float* output, float* target, long outer, long size, long inner);

    /// <summary>Stable order of each line, as indices.</summary>
    void ArgSort(torch.ScalarType type, void* source, long* target, long outer, long size, long inner, bool descending);

    // By index
    /// <summary>target[o, j, i] ← source[o, index[o, j, i], i]; -1 never occurs.</summary>
    void TakeAlong(int elementSize, void* source, long* index, void* target, long outer, long size, long taken, long inner);

    /// <summary>target[o, index[o, j, i], i] += or = source[o, j, i], in ascending j.</summary>
    void PutAlong(
        bool add,
        torch.ScalarType type,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long put,
        long inner
    );

    /// <summary>Whole slices: target[o, j, :] ← source[o, index[j], :].</summary>
    void TakeSlices(int elementSize, void* source, long* index, void* target, long outer, long size, long taken, long inner);

    /// <summary>Whole slices: target[o, index[j], :] += source[o, j, :], in ascending j.</summary>
    void AddSlices(float* source, long* index, float* target, long outer, long size, long put, long inner);

    /// <summary>Refuses an index outside 0 … size − 1: at once on the host; on a device at the latest when values are next asked for.</summary>
    void CheckIndex(string operation, long* index, long count, long size);

    // Random numbers
    /// <summary>Draws so many values in order; the generator goes on behind them.</summary>
    void Draw(Draw draw, Rng rng, float* target, long count);

    // Products: target[m, n] = bias[n] + op(a)·op(b), for each of the batch; without a bias from zero. A stride of 0 repeats a matrix.
    void Gemm(
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
    );

    // Convolution: weight [out, in/groups, kh, kw]; targets are overwritten
    void ConvForward(Conv conv, float* input, float* weight, float* bias, float* output);

    void ConvInput(Conv conv, float* gradient, float* weight, float* input);

    void ConvWeight(Conv conv, float* input, float* gradient, float* weight);

    // Pooling
    /// <param name="places">Which value of its window is the largest, y·width + x, in <see cref="Pool2d.PlaceBytes"/> each.</param>
    void MaxPool(Pool2d pool, float* input, float* output, byte* places);

    void MaxPoolBackward(Pool2d pool, float* gradient, byte* places, float* input);

    /// <summary>Places in windows → places in planes.</summary>
    void MaxPoolIndex(Pool2d pool, byte* places, long* index);

    void AveragePool(Pool2d pool, float* input, float* output);

    void AveragePoolBackward(Pool2d pool, float* gradient, float* input);

    void AdaptiveAveragePool(Pool2d pool, float* input, float* output);

    void AdaptiveAveragePoolBackward(Pool2d pool, float* gradient, float* input);

    // Normalization of [batch, channels, pixels] by channel
    void ChannelStatistics(float* input, float* mean, float* variance, int batch, int channels, long pixels);

    /// <summary>output = (input − mean)·scale + shift, one of each a channel; without a shift, zero.</summary>
    void ChannelAffine(
        float* input,
        float* mean,
        float* scale,
        float* shift,
        float* output,
        int batch,
        int channels,
        long pixels
    );

    /// <summary>Per channel: Σ gradient, and Σ gradient·(input − mean).</summary>
    /// <summary>deviation = 1/√(variance + eps); scale = deviation·weight, where there is one.</summary>
    void ChannelScale(float* variance, float* weight, float eps, float* deviation, float* scale, int channels);

    /// <summary>a = deviation·weight; b = −a·deviation·deviation·product/count; c = −a·sum/count; slope = product·deviation.</summary>
    void ChannelSlopes(
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
    );

    /// <summary>running = running·keep + value·share, each product rounded.</summary>
    void ChannelRunning(float* running, float* value, float keep, float share, int channels);

    void ChannelSums(
        float* gradient,
        float* input,
        float* mean,
        float* sum,
        float* product,
        int batch,
        int channels,
        long pixels
    );

    /// <summary>target = a·gradient + b·(input − mean) + c, one of each a channel.</summary>
    void ChannelBackward(
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
    );

    // Recurrence: x holds the input's share of the gates [rows, gates·hidden], biases included
    void RecurrentForward(
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
    );

    void RecurrentBackward(
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
    );

    // Optimisers: one pass over a parameter
    void AdamStep(ReadOnlySpan<UpdateTask> tasks);

    void DescentStep(ReadOnlySpan<UpdateTask> tasks, DescentFactors factors);
}

/// <summary>The constants of one Adam step; Decay multiplies the parameter first (AdamW), WeightDecay joins the gradient (Adam).</summary>
internal readonly record struct AdamFactors(
    float Beta1,
    float Beta2,
    float Epsilon,
    float StepSize,
    float RootCorrection,
    float WeightDecay,
    float Decay,
    bool Maximize
);
