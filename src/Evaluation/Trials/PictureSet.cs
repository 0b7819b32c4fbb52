using Research.Data.Classes;
using Research.Data.Splits;
using Research.Pipeline;

namespace Research.Evaluation.Trials;

/// <summary>Pictures of a dataset's recordings with their classes, and how they are split.</summary>
public sealed record PictureSet
{
    /// <summary>Levels of pictures, such as <see cref="FrontEnds.PictureLevels"/>.</summary>
    public required FeatureSet Levels { get; init; }

    /// <summary>Its test items are predicted; its validation items say when a rate falls.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The split in words, such as "by song".</summary>
    public required string SplitName { get; init; }

    /// <summary>How items get their classes, and which take part; null for all items with what the dataset says of them.</summary>
    public required ClassRule? Classes { get; init; }

    /// <summary>Of a dataset with fewer, nothing is learned and nothing predicted: so that nothing is measured on a part of a set.</summary>
    public required int FewestItems { get; init; }
}
