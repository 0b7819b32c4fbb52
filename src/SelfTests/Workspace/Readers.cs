using System.Globalization;
using Research.Data;
using Research.Numerics;
using Research.Pipeline;

namespace Workspace;

public static class Readers
{
    public static IReadOnlyList<Item> Numbers(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.txt")
                .Order(StringComparer.Ordinal)
                .Select(path => new Item(Path.GetFileName(path), "number", "nobody", null, new Waveform([Parse(path)], 1))),
        ];

    public static Dataset Tick() =>
        new("tick", "1", "tick", Synthetic: true, [new Item("tick", "tick", "nobody", null, new Waveform([1, 2, 3], 1))]);

    private static double Parse(string path) => double.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
}

public sealed record Scaled : FeatureSet
{
    public required double Scale { get; init; }

    public override string Name => "scaled";

    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(One)];

    private Matrix One(Item item)
    {
        var matrix = new Matrix(1, 1);
        matrix[0, 0] = Scale * item.Waveform.Samples[0];
        return matrix;
    }
}
