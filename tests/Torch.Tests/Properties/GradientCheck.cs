namespace Research.Torch.Tests.Properties;

/// <summary>Gradients against differences: the function at x ± h and x ± 2h, Richardson's combination, sums in double.</summary>
/// <remarks>
/// The step of 2⁻⁶ is exact in float32 for inputs of moderate size. Outputs carry about 1e-7 of their size as rounding, which
/// the differences divide by the step: errors near 1e-5 of the size of the output are the floor, and the default tolerance lies above it.
/// </remarks>
internal static class GradientCheck
{
    private const float Step = 1f / 64;

    public static void Run(Func<Tensor[], Tensor> function, Tensor[] inputs, double tolerance = 5e-4)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] leaves = [.. inputs.Where(input => input.is_floating_point())];
        Array.ForEach(leaves, leaf => leaf.requires_grad = true);
        Tensor output = function(inputs);
        float[] weights = Weights((int)output.numel());
        (output * tensor(weights, output.shape)).sum().backward();
        for (int i = 0; i < leaves.Length; i++)
        {
            Assert.True(leaves[i].grad is not null, $"input {i} has no gradient");
            float[] gradient = leaves[i].grad!.data<float>().ToArray();
            double scale = gradient.Select(value => Math.Abs((double)value)).Append(1).Max();
            for (int j = 0; j < gradient.Length; j++)
            {
                double slope = Slope(function, inputs, leaves[i], j, weights);
                double difference = Math.Abs(slope - gradient[j]);
                Assert.True(
                    difference <= tolerance * scale,
                    $"input {i}, element {j}: {gradient[j]:R}, by differences {slope:R}"
                );
            }
        }
    }

    private static double Slope(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor leaf, int place, float[] weights)
    {
        double near = Value(Step) - Value(-Step);
        double far = Value(2 * Step) - Value(-2 * Step);
        return ((8 * near) - far) / (12 * Step);

        double Value(float move)
        {
            using (no_grad())
            using (DisposeScope inner = NewDisposeScope())
            {
                var values = leaf.data<float>();
                float before = values[place];
                values[place] = before + move;
                float[] result = function(inputs).data<float>().ToArray();
                values[place] = before;
                double sum = 0;
                for (int i = 0; i < result.Length; i++)
                {
                    sum += (double)weights[i] * result[i];
                }

                return sum;
            }
        }
    }

    private static float[] Weights(int count)
    {
        var rng = Research.Numerics.Rng.For(7, "gradient check");
        return [.. Enumerable.Range(0, count).Select(_ => (rng.NextInt(15) - 7.5f) / 8)];
    }
}
