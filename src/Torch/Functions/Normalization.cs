using Research.Torch.Autograd;
using Research.Torch.Devices;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>Normalization of [batch, channels, pixels] by the mean and variance of each channel (Ioffe and Szegedy, 2015).</summary>
internal static unsafe class Normalization
{
    /// <summary>(x − mean)/√(variance + ε)·weight + bias with the statistics of x itself.</summary>
    /// <returns>The result, and the mean and variance of each channel.</returns>
    public static (Tensor Output, Tensor Mean, Tensor Variance) Batch(Tensor x, Tensor? weight, Tensor? bias, double eps)
    {
        Places.Common("batch_norm", x, weight, bias);
        (int batch, int channels, long pixels) = Layout(x);
        Tensor mean = x.NewHere([channels], ScalarType.Float32);
        Tensor variance = x.NewHere([channels], ScalarType.Float32);
        x.Kernels.ChannelStatistics(x.Floats, mean.Floats, variance.Floats, batch, channels, pixels);
        Tensor deviation = x.NewHere([channels], ScalarType.Float32);
        using Tensor scale = x.NewHere([channels], ScalarType.Float32);
        float* weights = weight is null ? null : weight.Floats;
        x.Kernels.ChannelScale(variance.Floats, weights, (float)eps, deviation.Floats, scale.Floats, channels);
        Tensor result = Affine(x, mean, scale, bias);
        Tensor[] inputs = [x, .. new[] { weight, bias }.OfType<Tensor>()];
        Graph.Record(
            "batch_norm",
            result,
            inputs,
            (g, s) =>
                GradMode.Enabled
                    ? Recomputed(g, s, weight is not null, bias is not null, eps)
                    : Backward(g, s, weight is not null, bias is not null),
            [x, mean, deviation, .. inputs[1..]]
        );
        return (result, mean, variance);
    }

    private static Tensor?[] Recomputed(Tensor g, Saved s, bool weighted, bool biased, double eps)
    {
        Tensor?[] inputs = [s[0], weighted ? s[3] : null, biased ? s[weighted ? 4 : 3] : null];
        Tensor?[] found = Recompute.Gradients(own => [Composed(own[0]!, own[1], own[2], eps)], [g], inputs);
        return [.. found.Where((_, i) => inputs[i] is not null)];
    }

    private static Tensor?[] Backward(Tensor g, Saved s, bool weighted, bool biased)
    {
        (Tensor x, Tensor mean, Tensor deviation) = (s[0], s[1], s[2]);
        (int batch, int channels, long pixels) = Layout(x);
        Tensor sum = x.NewHere([channels], ScalarType.Float32);
        Tensor product = x.NewHere([channels], ScalarType.Float32);
        x.Kernels.ChannelSums(g.Floats, x.Floats, mean.Floats, sum.Floats, product.Floats, batch, channels, pixels);
        Tensor slope = x.NewHere([channels], ScalarType.Float32);
        using Tensor a = x.NewHere([channels], ScalarType.Float32);
        using Tensor b = x.NewHere([channels], ScalarType.Float32);
        using Tensor c = x.NewHere([channels], ScalarType.Float32);
        x.Kernels.ChannelSlopes(
            deviation.Floats,
            weighted ? s[3].Floats : null,
            sum.Floats,
            product.Floats,
            (float)((double)batch * pixels),
            a.Floats,
            b.Floats,
            c.Floats,
            slope.Floats,
            channels
        );
        Tensor dx = x.NewHere(x.Sizes, ScalarType.Float32);
        x.Kernels.ChannelBackward(
            g.Floats,
            x.Floats,
            mean.Floats,
            a.Floats,
            b.Floats,
            c.Floats,
            dx.Floats,
            batch,
            channels,
            pixels
        );
        var found = new List<Tensor?> { dx };
        if (weighted)
        {
            found.Add(slope);
        }

        if (biased)
        {
            found.Add(sum);
        }

        return [.. found];
    }

    /// <summary>The same from plain operations.</summary>
    public static Tensor Composed(Tensor x, Tensor? weight, Tensor? bias, double eps)
    {
        long[] axes = [.. Enumerable.Range(0, x.Sizes.Length).Where(d => d != 1).Select(d => (long)d)];
        Tensor center = x - x.mean(axes, keepdim: true);
        Tensor unit = center * (center.square().mean(axes, keepdim: true) + eps).rsqrt();
        return Scaled(unit, weight, bias);
    }

    /// <summary>With statistics that are given.</summary>
    public static Tensor Fixed(Tensor x, Tensor mean, Tensor variance, Tensor? weight, Tensor? bias, double eps)
    {
        if (!Graph.Wanted([x, .. new[] { weight, bias }.OfType<Tensor>()]))
        {
            Tensor deviation = (variance + eps).rsqrt();
            return Affine(x, mean, weight is null ? deviation : deviation * weight, bias);
        }

        long[] shape = ChannelShape(x);
        return Scaled((x - mean.reshape(shape)) * (variance + eps).rsqrt().reshape(shape), weight, bias);
    }

    /// <summary>running·(1 − momentum) + value·share, in place.</summary>
    public static void Follow(Tensor running, Tensor value, double momentum, double share)
    {
        Places
            .Common("batch_norm", running, value)
            .Kernels.ChannelRunning(running.Floats, value.Floats, (float)(1 - momentum), (float)share, (int)running.numel());
        running.Block.Version++;
    }

    private static Tensor Scaled(Tensor unit, Tensor? weight, Tensor? bias)
    {
        long[] shape = ChannelShape(unit);
        unit = weight is null ? unit : unit * weight.reshape(shape);
        return bias is null ? unit : unit + bias.reshape(shape);
    }

    private static Tensor Affine(Tensor x, Tensor mean, Tensor scale, Tensor? shift)
    {
        Places.Common("batch_norm", x, mean, scale, shift);
        (int batch, int channels, long pixels) = Layout(x);
        Tensor result = x.NewHere(x.Sizes, ScalarType.Float32);
        float* shifts = shift is null ? null : shift.Floats;
        x.Kernels.ChannelAffine(x.Floats, mean.Floats, scale.Floats, shifts, result.Floats, batch, channels, pixels);
        return result;
    }

    private static long[] ChannelShape(Tensor x) => [.. x.Sizes.Select((size, d) => d == 1 ? size : 1)];

    private static (int Batch, int Channels, long Pixels) Layout(Tensor x) =>
        ((int)x.Sizes[0], (int)x.Sizes[1], Shapes.Count(x.Sizes.AsSpan(2)));
}
