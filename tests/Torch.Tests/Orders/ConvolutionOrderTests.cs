using Research.Numerics;
using Research.Torch.Functions;
using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Orders;

[Collection(Alone.Name)]
public class ConvolutionOrderTests
{
    private const int PerRow = 12;

    public static TheoryData<int> Rows => [0, 1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Random_convolutions_and_both_gradients_have_the_bits_of_the_plain_order(int row)
    {
        var rng = Rng.For((ulong)row, "convolution orders");
        for (int round = 0; round < PerRow; round++)
        {
            Check(rng, ConvolutionDraws.Any(rng, round % 3 == 0));
        }
    }

    // More than one block of each sum, and more rows than are scattered at once.
    [Theory]
    [InlineData(2, 33, 4, 18, 17, 3, 1, 1, 1)]
    [InlineData(3, 2, 2, 19, 31, 3, 1, 1, 1)]
    [InlineData(1, 2, 280, 7, 6, 2, 2, 1, 1)]
    [InlineData(1, 1, 2, 5, 3000, 3, 2, 1, 1)]
    [InlineData(2, 2, 2, 70, 90, 4, 1, 4, 1)]
    [InlineData(2, 2, 3, 95, 61, 3, 2, 2, 1)]
    [InlineData(11, 3, 3, 6, 5, 3, 1, 1, 3)]
    [InlineData(2, 3, 6, 9, 1100, 3, 2, 1, 3)]
    [InlineData(2, 8, 4, 9, 9, 3, 1, 1, 4)]
    public void So_have_those_of_many_blocks(
        int batch,
        int ins,
        int outs,
        int height,
        int width,
        int kernel,
        int stride,
        int pad,
        int groups
    )
    {
        long[] weight = [outs, ins / groups, kernel, kernel];
        Conv conv = Convolutions.Shape("test", [batch, ins, height, width], weight, [stride, stride], [pad, pad], null, groups);
        Check(Rng.For(9, "convolution orders"), conv);
    }

    private static void Check(Rng rng, Conv conv)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = Draws.Of(rng, conv.Batch, conv.InChannels, conv.Height, conv.Width);
        Tensor weight = Draws.Of(rng, conv.OutChannels, conv.InPerGroup, conv.KernelHeight, conv.KernelWidth);
        Tensor bias = Draws.Of(rng, conv.OutChannels);
        Tensor gradient = Draws.Of(rng, conv.Batch, conv.OutChannels, conv.OutHeight, conv.OutWidth);
        float[] output = PlainConvolution.Forward(conv, Values(input), Values(weight), Values(bias));
        float[] inputGradient = PlainConvolution.InputGradient(conv, Values(gradient), Values(weight));
        float[] weightGradient = PlainConvolution.WeightGradient(conv, Values(input), Values(gradient));
        string what = conv.ToString();
        Threads.Each(() =>
        {
            using DisposeScope inner = NewDisposeScope();
            Tensor x = input.clone();
            Tensor w = weight.clone();
            x.requires_grad = w.requires_grad = true;
            Tensor y = Convolutions.Of(conv, x, w, bias);
            y.backward([gradient]);
            Bits.AssertSame(output, y, $"output of {what}");
            Bits.AssertSame(inputGradient, x.grad!, $"gradient of the input of {what}");
            Bits.AssertSame(weightGradient, w.grad!, $"gradient of the weight of {what}");
        });
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
