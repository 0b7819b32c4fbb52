using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>A convolution and the gradients of its two factors: three operations, each the derivative of the others.</summary>
internal static unsafe class Convolutions
{
    public static Tensor Of(Conv conv, Tensor input, Tensor weight, Tensor? bias)
    {
        InputChecks.Float32("conv2d", input, weight, bias);
        InputChecks.Shape("conv2d", "bias", bias, conv.OutChannels);
        Place place = Places.Common("conv2d", input, weight, bias);
        Tensor result = Tensor.New([conv.Batch, conv.OutChannels, conv.OutHeight, conv.OutWidth], ScalarType.Float32, place);
        place.Kernels.ConvForward(conv, input.Floats, weight.Floats, bias is null ? null : bias.Floats, result.Floats);
        Tensor[] inputs = bias is null ? [input, weight] : [input, weight, bias];
        return Graph.Record(
            "conv2d",
            result,
            inputs,
            (g, s) =>
            {
                Tensor?[] found =
                [
                    s.Needs(0) ? OfInput(conv, g, s[1]) : null,
                    s.Needs(1) ? OfWeight(conv, s[0], g) : null,
                    inputs.Length > 2 && s.Needs(2) ? BiasGradient(g) : null,
                ];
                return found[..inputs.Length];
            },
            input,
            weight
        );
    }

    /// <summary>The gradient of the input: the transposed convolution.</summary>
    public static Tensor OfInput(Conv conv, Tensor gradient, Tensor weight)
    {
        Place place = Places.Common("conv_transpose2d", gradient, weight);
        Tensor result = Tensor.New([conv.Batch, conv.InChannels, conv.Height, conv.Width], ScalarType.Float32, place);
        place.Kernels.ConvInput(conv, gradient.Floats, weight.Floats, result.Floats);
        return Graph.Record(
            "conv_transpose2d",
            result,
            [gradient, weight],
            (k, s) => [s.Needs(0) ? Of(conv, k, s[1], null) : null, s.Needs(1) ? OfWeight(conv, k, s[0]) : null],
            gradient,
            weight
        );
    }

    private static Tensor OfWeight(Conv conv, Tensor input, Tensor gradient)
    {
        long[] shape = [conv.OutChannels, conv.InPerGroup, conv.KernelHeight, conv.KernelWidth];
        Place place = Places.Common("conv2d", input, gradient);
        Tensor result = Tensor.New(shape, ScalarType.Float32, place);
        place.Kernels.ConvWeight(conv, input.Floats, gradient.Floats, result.Floats);
        return Graph.Record(
            "conv2d_weight",
            result,
            [input, gradient],
            (k, s) => [s.Needs(0) ? OfInput(conv, s[1], k) : null, s.Needs(1) ? Of(conv, s[0], k, null) : null],
            input,
            gradient
        );
    }

    private static Tensor BiasGradient(Tensor g) => g.sum([0L, 2L, 3L]);

    /// <summary>Sizes checked and filled in.</summary>
    /// <exception cref="ArgumentException">Names the sizes that do not go together.</exception>
    public static Conv Shape(
        string operation,
        long[] input,
        long[] weight,
        long[]? strides,
        long[]? padding,
        long[]? dilation,
        long groups
    )
    {
        long[] s = InputChecks.Pair(operation, "stride", strides ?? [1], 1);
        long[] p = InputChecks.Pair(operation, "padding", padding ?? [0], 0);
        long[] d = InputChecks.Pair(operation, "dilation", dilation ?? [1], 1);
        if (input.Length != 4 || weight.Length != 4)
        {
            throw new ArgumentException(
                $"{operation}: an input [batch, channels, height, width] and a weight [out, in/groups, height, width] are needed; the shapes are {Shapes.Text(input)} and {Shapes.Text(weight)}."
            );
        }

        if (groups < 1 || input[1] != weight[1] * groups || weight[0] % groups != 0)
        {
            throw new ArgumentException(
                $"{operation}: {input[1]} input channels in {groups} groups do not fit a weight {Shapes.Text(weight)}, which takes {weight[1]} channels a group and makes {weight[0]}."
            );
        }

        long height = Conv.OutSize(input[2], weight[2], s[0], p[0], d[0]);
        long width = Conv.OutSize(input[3], weight[3], s[1], p[1], d[1]);
        if (height < 1 || width < 1)
        {
            throw new ArgumentException(
                $"{operation}: a kernel of {weight[2]}×{weight[3]} (dilation {Shapes.Text(d)}) does not fit into {input[2]}×{input[3]} with padding {Shapes.Text(p)}."
            );
        }

        return new Conv
        {
            Batch = (int)input[0],
            InChannels = (int)input[1],
            Height = (int)input[2],
            Width = (int)input[3],
            OutChannels = (int)weight[0],
            KernelHeight = (int)weight[2],
            KernelWidth = (int)weight[3],
            StrideY = (int)s[0],
            StrideX = (int)s[1],
            PadY = (int)p[0],
            PadX = (int)p[1],
            DilationY = (int)d[0],
            DilationX = (int)d[1],
            Groups = (int)groups,
            OutHeight = (int)height,
            OutWidth = (int)width,
        };
    }
}
