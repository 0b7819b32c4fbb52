using Research.Numerics;

namespace Research.Torch.Tests.Orders;

public class FunctionOrderTests
{
    private const int Points = 50_003;

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Ours, Func<float, float> Plain)> Functions = new()
    {
        ["exp"] = (x => x.exp(), PlainFunctions.Exp),
        ["log"] = (x => x.log(), PlainFunctions.Log),
        ["tanh"] = (x => x.tanh(), PlainFunctions.Tanh),
        ["sigmoid"] = (x => x.sigmoid(), PlainFunctions.Sigmoid),
        ["affine"] = (x => x * 1.7f, x => Fused.MultiplyAdd(x, 1.7f, 0)),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Elementary_functions_take_the_steps_that_are_written_down(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For(1, name);
        float[] x = [.. Enumerable.Range(0, Points).Select(i => Point(rng, i))];
        float[] expected = [.. x.Select(Functions[name].Plain)];
        Bits.AssertSame(expected, Functions[name].Ours(tensor(x)), name);
    }

    [Fact]
    public void Gradients_of_activations_are_fused()
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For(2, "activations");
        float[] x = [.. Enumerable.Range(0, Points).Select(_ => (float)rng.NextNormal())];
        Tensor input = tensor(x, requires_grad: true);
        Tensor slopes = tensor([.. x.Select(_ => (float)rng.NextNormal())]);
        Tensor output = input.tanh();
        output.backward([slopes]);
        float[] y = output.data<float>().ToArray();
        float[] expected = [.. slopes.data<float>().ToArray().Select((g, i) => g * Fused.MultiplyAdd(-y[i], y[i], 1))];
        Bits.AssertSame(expected, input.grad!, "gradient of tanh");
    }

    // Ordinary numbers, any bits, and the edges.
    private static float Point(Rng rng, int i) =>
        (i % 3) switch
        {
            0 => (float)(rng.NextNormal() * 20),
            1 => BitConverter.Int32BitsToSingle(rng.NextInt(1 << 16) | (rng.NextInt(1 << 16) << 16)),
            _ => (float)Math.ScaleB(rng.NextNormal(), rng.NextInt(12) - 8),
        };
}
