using Research.Numerics;

namespace Research.Parity;

/// <summary>Inputs and weights of a case: the same numbers for either engine.</summary>
internal sealed class CaseInputs(ParityCase asked)
{
    private readonly Rng _rng = Rng.For(asked.Seed, "parity");

    /// <summary>One of the case's sizes.</summary>
    public int this[int index] => asked.Sizes[index];

    /// <summary>Standard normal numbers, whose gradient is wanted.</summary>
    public Tensor Normal(params long[] shape) => tensor(Values(shape), shape, requires_grad: true);

    /// <summary>Numbers between 0.05 and 0.95, whose gradient is wanted.</summary>
    public Tensor Shares(params long[] shape) =>
        tensor(
            [.. Enumerable.Range(0, (int)Count(shape)).Select(_ => (float)_rng.NextDouble(0.05, 0.95))],
            shape,
            requires_grad: true
        );

    /// <summary>Whole numbers from 0 to below a bound.</summary>
    public Tensor Whole(int below, params long[] shape) =>
        tensor([.. Enumerable.Range(0, (int)Count(shape)).Select(_ => (long)_rng.NextInt(below))], shape);

    /// <summary>Gives a module numbers instead of those that its engine drew.</summary>
    public T Filled<T>(T module)
        where T : nn.Module
    {
        using IDisposable quiet = no_grad();
        foreach ((string _, TorchSharp.Modules.Parameter weights) in module.named_parameters())
        {
            weights.copy_(tensor(Values(weights.shape), weights.shape) * 0.5f);
        }

        return module;
    }

    /// <summary>The outputs, and the gradients of a weighted sum of them.</summary>
    public IEnumerable<Tensor> WithGradients(Tensor output, IEnumerable<Tensor> inputs, nn.Module? module = null)
    {
        Tensor[] all = [.. inputs, .. module?.parameters() ?? []];
        (output * tensor(Values(output.shape), output.shape)).sum().backward();
        return [output, .. all.Select(one => one.grad ?? zeros_like(one))];
    }

    private float[] Values(long[] shape) => [.. Enumerable.Range(0, (int)Count(shape)).Select(_ => (float)_rng.NextNormal())];

    private static long Count(long[] shape) => shape.Aggregate(1L, (count, size) => count * size);
}
