using Research.Data.Splits;

namespace Research.Data.Tests.Splits;

/// <summary>Thirty items: 12 of class a, 12 of b, 6 of c; four speakers; every sixth item is in the published test part.</summary>
internal static class Tiny
{
    public static Dataset Data { get; } =
        new(
            "tiny",
            "1",
            "",
            Synthetic: true,
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(i => new Item(
                        $"clip-{i:00}",
                        (i % 5) switch
                        {
                            < 2 => "a",
                            < 4 => "b",
                            _ => "c",
                        },
                        $"s{i / 3 % 4}",
                        i % 6 == 0 ? Subset.Test : Subset.Train,
                        new Waveform([0], 1)
                    )),
            ]
        );

    /// <summary>Six items of another corpus: of classes d, c and a.</summary>
    public static Dataset Other { get; } =
        new(
            "other",
            "1",
            "",
            Synthetic: true,
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(i => new Item($"o{i}", new[] { "d", "c", "a" }[i % 3], "x", null, new Waveform([0], 1))),
            ]
        );

    public static SplitItems Items => SplitItems.Of(Data);

    public static Holdout Holdout(double fraction, string stream, Draw draw = Draw.Stratified) =>
        Research.Data.Splits.Holdout.Stratified(fraction, stream) with
        {
            Draw = draw,
        };

    /// <summary>How many of those items each class has.</summary>
    public static int[] PerClass(IEnumerable<int> items) =>
        [.. Data.Labels.Select(label => items.Count(i => Data.Items[i].Label == label))];

    public static IEnumerable<string> Speakers(IEnumerable<int> items) => items.Select(i => Data.Items[i].Group).Distinct();
}
