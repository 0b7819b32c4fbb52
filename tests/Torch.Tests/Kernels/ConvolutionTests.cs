using Research.Numerics;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace Research.Torch.Tests.Kernels;

public class ConvolutionTests
{
    private const double Tolerance = 1e-5;
    private const int PerRow = 25;

    public static TheoryData<int> Rows => [0, 1, 2, 3, 4, 5, 6, 7];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Random_convolutions_and_both_gradients_are_what_loops_compute(int row)
    {
        var rng = Rng.For((ulong)row, "convolutions");
        for (int round = 0; round < PerRow; round++)
        {
            Check(rng, ConvolutionDraws.Any(rng, round % 3 == 0));
        }
    }

    [Theory]
    [InlineData(2, 16, 24, 20, 17, 3, 1, 1, 1)]
    [InlineData(2, 24, 24, 20, 17, 3, 1, 1, 24)]
    [InlineData(2, 24, 24, 21, 18, 5, 2, 2, 24)]
    [InlineData(3, 16, 16, 15, 15, 3, 2, 1, 4)]
    [InlineData(2, 40, 33, 12, 11, 1, 1, 0, 1)]
    [InlineData(2, 33, 40, 12, 11, 1, 2, 0, 1)]
    [InlineData(1, 1, 16, 28, 28, 5, 1, 2, 1)]
    [InlineData(64, 3, 8, 6, 6, 3, 1, 1, 1)]
    public void So_are_those_of_the_sizes_of_networks(
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
        Check(Rng.For(9, "convolutions"), conv);
    }

    private static void Check(Rng rng, Conv conv)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = Draws.Of(rng, conv.Batch, conv.InChannels, conv.Height, conv.Width);
        Tensor weight = Draws.Of(rng, conv.OutChannels, conv.InPerGroup, conv.KernelHeight, conv.KernelWidth);
        Tensor bias = Draws.Of(rng, conv.OutChannels);
        Tensor gradient = Draws.Of(rng, conv.Batch, conv.OutChannels, conv.OutHeight, conv.OutWidth);
        input.requires_grad = weight.requires_grad = bias.requires_grad = true;

        Tensor output = Convolutions.Of(conv, input, weight, bias);
        output.backward([gradient]);

        NaiveConvolution naive = NaiveConvolution.Of(conv, Values(input), Values(weight), Values(bias), Values(gradient));
        string what = conv.ToString();
        Draws.AssertClose(naive.Output, output, Tolerance, $"output of {what}");
        Draws.AssertClose(naive.InputGradient, input.grad!, Tolerance, $"gradient of the input of {what}");
        Draws.AssertClose(naive.WeightGradient, weight.grad!, Tolerance, $"gradient of the weight of {what}");
        Draws.AssertClose(naive.BiasGradient, bias.grad!, Tolerance, $"gradient of the bias of {what}");
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
