using Research.Torch.Autograd;
using Research.Torch.Devices;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>y = x·Wᵀ + b in one product that starts from the bias.</summary>
internal static unsafe class Linear
{
    public static Tensor Of(Tensor x, Tensor weight, Tensor? bias)
    {
        if (x.dtype != ScalarType.Float32)
        {
            throw new ArgumentException($"linear: the input must be Float32; it is {x.dtype}.");
        }

        if (weight.Sizes.Length != 2)
        {
            throw new ArgumentException(
                $"linear: the weight must be a matrix [out, in]; its shape is {Shapes.Text(weight.Sizes)}."
            );
        }

        InputChecks.Shape("linear", "bias", bias, weight.Sizes[0]);
        InputChecks.Float32("linear", weight, bias);

        if (x.Sizes.Length == 0 || x.Sizes[^1] != weight.Sizes[1])
        {
            throw new ArgumentException(
                $"linear: input {Shapes.Text(x.Sizes)} and weight {Shapes.Text(weight.Sizes)}: the input's last size must be the weight's second, {weight.Sizes[1]}."
            );
        }

        (long k, long n) = (weight.Sizes[1], weight.Sizes[0]);
        long m = Shapes.Count(x.Sizes.AsSpan()[..^1]);
        long[] shape = [.. x.Sizes[..^1], n];
        Place place = Places.Common("linear", x, weight, bias);
        Tensor result = Tensor.New(shape, ScalarType.Float32, place);
        if (result.numel() > 0)
        {
            float* start = bias is null ? null : bias.Floats;
            place.Kernels.Gemm(1, (int)m, (int)n, (int)k, x.Floats, false, 0, weight.Floats, true, 0, start, result.Floats, 0);
        }

        Tensor[] inputs = bias is null ? [x, weight] : [x, weight, bias];
        return Graph.Record(
            "linear",
            result,
            inputs,
            (g, s) =>
            {
                Tensor rows = g.reshape(1, m, n);
                Tensor dx = s.Needs(0) ? Tensor.Product(rows, false, s[1].unsqueeze(0), false).reshape(s[0].Sizes) : rows;
                Tensor dw = s.Needs(1) ? Tensor.Product(rows, true, s[0].reshape(1, m, k), false).squeeze(0) : rows;
                Tensor?[] found =
                [
                    s.Needs(0) ? dx : null,
                    s.Needs(1) ? dw : null,
                    inputs.Length > 2 && s.Needs(2) ? g.reshape(m, n).sum([0L]) : null,
                ];
                return found[..inputs.Length];
            },
            x,
            weight
        );
    }
}
