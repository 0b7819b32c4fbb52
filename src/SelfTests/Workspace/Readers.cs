using System.Globalization;
using Research.Data;
using Research.Numerics;
using Research.Pipeline;

namespace Workspace;

public static class Readers
{
    public static IReadOnlyList<Clip> Numbers(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.txt")
                .Order(StringComparer.Ordinal)
                .Select(path => new Clip(Path.GetFileName(path), "number", "nobody", null, new Waveform([Parse(path)], 1))),
        ];

    public static Dataset Tick() =>
        new("tick", "1", "tick", Synthetic: true, [new Clip("tick", "tick", "nobody", null, new Waveform([1, 2, 3], 1))]);

    private static double Parse(string path) => double.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
}

public sealed record Scaled : FeatureSet
{
    public required double Scale { get; init; }

    public override string Name => "scaled";

    public override IReadOnlyList<Matrix> Compute(Dataset data) => [.. data.Clips.Select(One)];

    private Matrix One(Clip clip)
    {
        var matrix = new Matrix(1, 1);
        matrix[0, 0] = Scale * clip.Waveform.Samples[0];
        return matrix;
    }
}
