using Research.Torch.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Steps of several parameters at once, of sizes around a piece of 4096.</summary>
internal static unsafe class OptimiserCases
{
    private static readonly int[] Counts = [1, 4096, 9001, 77];

    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "AdamStep",
            Adam,
            new(
                "optimisers.cl",
                "FMA(own->beta1, own->first[i], g * own->rest1)",
                "FMA(g, own->rest1, own->beta1 * own->first[i])"
            ),
            new("optimisers.cl", "v = larger(own->third[i], v);", "v = own->third[i];"),
            new("optimisers.cl", "FMA(-own->step, m / root, p)", "p - own->step * m / root")
        ),
        new(
            "DescentStep",
            Descent,
            new("optimisers.cl", "g = nesterov ? g + FMA(b, momentum, 0.0f) : b;", "g = nesterov ? FMA(b, momentum, g) : b;"),
            new("optimisers.cl", "g = weightDecay == 0.0f ? g : g + FMA(p, weightDecay, 0.0f);", "g = FMA(p, weightDecay, g);")
        ),
    ];

    private static void Adam(Twin twin)
    {
        foreach (
            (bool wild, bool largest, bool maximize) in new[] { (false, false, false), (false, true, true), (true, true, false) }
        )
        {
            Twin.Memory[][] parts = [.. Counts.Select(count => Parameter(twin, count, wild))];
            twin.Run(
                $"Adam, wild {wild}, AMSGrad {largest}",
                (k, at) =>
                {
                    var tasks = new UpdateTask[Counts.Length];
                    for (int i = 0; i < tasks.Length; i++)
                    {
                        var factors = new AdamFactors(
                            0.9f,
                            0.999f,
                            1e-8f,
                            0.00123f,
                            0.71f + (0.01f * i),
                            0.01f,
                            0.9999f,
                            maximize
                        );
                        float* third = largest ? (float*)at(parts[i][4]) : null;
                        tasks[i] = new UpdateTask(
                            (float*)at(parts[i][0]),
                            (float*)at(parts[i][1]),
                            Counts[i],
                            (float*)at(parts[i][2]),
                            (float*)at(parts[i][3]),
                            third,
                            factors,
                            0
                        );
                    }

                    k.AdamStep(tasks);
                }
            );
            twin.Clear();
        }
    }

    private static void Descent(Twin twin)
    {
        DescentFactors[] factors =
        [
            new(-0.01f, 0.9f, 0.1f, true, false),
            new(-0.01f, 0.9f, 0, false, true),
            new(-0.1f, 0, 0.3f, false, false),
            new(-0.1f, 0, 0, false, false),
        ];
        foreach (DescentFactors own in factors)
        {
            Twin.Memory[][] parts = [.. Counts.Select(count => Parameter(twin, count, wild: own.WeightDecay == 0))];
            twin.Run(
                $"{own}",
                (k, at) =>
                {
                    var tasks = new UpdateTask[Counts.Length];
                    for (int i = 0; i < tasks.Length; i++)
                    {
                        float* buffer = own.Momentum == 0 ? null : (float*)at(parts[i][2]);
                        tasks[i] = new UpdateTask(
                            (float*)at(parts[i][0]),
                            (float*)at(parts[i][1]),
                            Counts[i],
                            buffer,
                            null,
                            null,
                            default,
                            i == 0 ? 1 : 0.8f
                        );
                    }

                    k.DescentStep(tasks, own);
                }
            );
            twin.Clear();
        }
    }

    // The parameter, its gradient, mean, mean square and the largest mean square.
    private static Twin.Memory[] Parameter(Twin twin, int count, bool wild)
    {
        Func<long, Twin.Memory> draw = wild ? twin.Wild : twin.Normal;
        Twin.Memory Square() => twin.Floats(count, _ => (float)Math.Abs(twin.Rng.NextNormal() * 1e-3));
        return [draw(count), draw(count), draw(count), Square(), Square()];
    }
}
