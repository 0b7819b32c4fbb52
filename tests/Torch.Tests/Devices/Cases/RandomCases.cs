using Research.Numerics;
using Research.Torch.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Random numbers from even and odd words on; the generator stands where it would.</summary>
internal static unsafe class RandomCases
{
    private const int Count = 3001;

    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "Draw Uniform",
            twin => Each(twin, new Draw(DrawKind.Uniform, -2, 5)),
            new SourceChange(
                "random.cl",
                "low + ((high - low) * random_uniform(position + i, seed, key))",
                "high - ((high - low) * random_uniform(position + i, seed, key))"
            )
        ),
        new(
            "Draw Normal",
            twin => Each(twin, new Draw(DrawKind.Normal, 1, 3)),
            new SourceChange("random.cl", "sine_of_turned(angle, 1)", "sine_of_turned(angle, 0)")
        ),
        new(
            "Draw Bernoulli",
            twin => Each(twin, new Draw(DrawKind.Bernoulli, 0.3)),
            new SourceChange("random.cl", "return (word & 1) ? ((ulong)d << 32) | c", "return (word & 1) ? ((ulong)c << 32) | d")
        ),
        new(
            "Draw BernoulliEach",
            Own,
            new SourceChange(
                "random.cl",
                "random_uniform(position + i, seed, key) < (double)p[i]",
                "random_uniform(position + i, seed, key) <= (double)p[0]"
            )
        ),
    ];

    private static void Each(Twin twin, Draw draw)
    {
        foreach (ulong start in new ulong[] { 0, 1, 77 })
        {
            Twin.Memory target = twin.New(4 * Count, isFloat: true);
            Twin.Memory next = twin.New(8, isFloat: false);
            twin.Run(
                $"from word {start}",
                (k, at) =>
                {
                    Rng rng = Rng.At(5, "draws", start);
                    k.Draw(draw, rng, (float*)at(target), Count);
                    k.Fill(ScalarType.Int64, (void*)at(next), 1, (long)(rng.NextUInt64() >> 1));
                }
            );
            twin.Clear();
        }
    }

    private static void Own(Twin twin)
    {
        Twin.Memory probabilities = twin.Floats(Count, _ => (float)twin.Rng.NextDouble());
        Twin.Memory target = twin.New(4 * Count, isFloat: true);
        twin.Run("each", (k, at) => k.Draw(new Draw((float*)at(probabilities)), Rng.For(5, "draws"), (float*)at(target), Count));
    }
}
