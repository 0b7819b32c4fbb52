using Research.Data.Own;

namespace Research.Experiments.GenreAffect;

/// <summary>The course's own arrays, which lie behind a login: datasets of those who have them, under names that they give to <c>research data add --course</c>.</summary>
/// <remarks>An experiment on them exists only in a checkout whose datasets.local.lock has them: docs/genre-affect.md.</remarks>
internal static class CourseData
{
    /// <summary>Whole tracks with genres.</summary>
    public const string Genres = "fma-genres";

    /// <summary>The same, with medians between beats.</summary>
    public const string GenresBetweenBeats = "fma-genres-beat";

    /// <summary>Whole tracks with valence, energy and danceability.</summary>
    public const string Affect = "fma-affect";

    /// <summary>Mel bands of an array; twelve pitch classes follow them.</summary>
    public const int MelBands = 128;

    public const int PitchClasses = 12;

    /// <summary>Whether this checkout pins all of them; a tool that is installed stands in none.</summary>
    public static bool Has(params IReadOnlyList<string> names) => Root() is { } root && Has(root, names);

    /// <summary>Whether the checkout in a folder pins all of them.</summary>
    internal static bool Has(string root, IReadOnlyList<string> names)
    {
        string[] pinned = [.. Checkout.OwnPinsOf(root).Datasets.Select(dataset => dataset.Id)];
        return names.All(pinned.Contains);
    }

    public static PinnedDataset Named(string name) => OwnDataset.Named(name);

    private static string? Root()
    {
        try
        {
            return Checkout.Here();
        }
        catch (ResearchException)
        {
            return null;
        }
    }
}

/// <summary>Bands of the frames that each item is, such as the course's mel bands.</summary>
internal sealed record ItemBands : FeatureSet
{
    public required int First { get; init; }

    public required int Count { get; init; }

    public override string Name => FormattableString.Invariant($"bands-{First}-{Count}");

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [frames, count].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => PictureBands.Columns(inputs.Data.Items[i].Matrix, First, Count));
}
