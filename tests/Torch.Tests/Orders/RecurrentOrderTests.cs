using Research.Numerics;
using Research.Torch.Functions;
using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Orders;

[Collection(Alone.Name)]
public class RecurrentOrderTests
{
    // Hidden units: fewer than a register, more than one block of a product forward (260) and backward (4·70).
    public static TheoryData<string, int> Layers
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (CellKind cell in Enum.GetValues<CellKind>())
            {
                cases.Add(cell.ToString(), 5);
                cases.Add(cell.ToString(), 70);
                cases.Add(cell.ToString(), 260);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_recurrent_layer_and_its_gradient_have_the_bits_of_the_plain_order(string cell, int hidden)
    {
        foreach (bool reverse in new[] { false, true })
        {
            int[] sizes = hidden > 100 ? [3, 2] : [10, 9, 9, 4, 1];
            Check(
                new Recurrent
                {
                    Cell = Enum.Parse<CellKind>(cell),
                    Hidden = hidden,
                    BatchSizes = sizes,
                    Reverse = reverse,
                }
            );
        }
    }

    private static void Check(Recurrent layer)
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For((ulong)layer.Hidden, layer.Cell.ToString());
        int width = layer.Gates * layer.Hidden;
        Tensor x = Draws.Of(rng, layer.Rows, width);
        Tensor weight = Draws.Of(rng, width, layer.Hidden) * 0.1f;
        Tensor? bias = layer.Cell == CellKind.Gru ? Draws.Of(rng, width) : null;
        Tensor h0 = Draws.Of(rng, layer.Batch, layer.Hidden);
        Tensor? c0 = layer.Cell == CellKind.Lstm ? Draws.Of(rng, layer.Batch, layer.Hidden) : null;
        Tensor gradient = Draws.Of(rng, layer.Rows, layer.Hidden);
        float[] cells = c0 is null ? new float[layer.Batch * layer.Hidden] : Values(c0);
        var plain = new PlainRecurrence(layer, Values(x), Values(weight), bias is null ? null : Values(bias), Values(h0), cells);
        plain.Forward();
        plain.Backward(Values(gradient));
        string what = $"{layer.Cell} of {layer.Hidden}, reverse {layer.Reverse}";
        Threads.Each(() =>
        {
            using DisposeScope inner = NewDisposeScope();
            (Tensor own, Tensor first) = (x.clone(), h0.clone());
            own.requires_grad = first.requires_grad = true;
            (Tensor output, Tensor last, _) = RecurrentLayers.Of(layer, own, weight, bias, first, c0);
            output.backward([gradient]);
            Bits.AssertSame(plain.Output, output, $"output of {what}");
            Bits.AssertSame(plain.LastH, last, $"last state of {what}");
            Bits.AssertSame(plain.GradientX, own.grad!, $"gradient of the gates of {what}");
            Bits.AssertSame(plain.GradientH0, first.grad!, $"gradient of the first state of {what}");
        });
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
