using Research.Data;
using Research.Data.Splits;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>How a user's own items are parted: as their labels say; else whole groups, where there are any; else at random, of each class its share.</summary>
/// <remarks>A fifth is tested, and a fifth of the others says when a training stops and how sure answers are.</remarks>
public sealed record OwnSplit
{
    private const double Share = 0.2;
    private const int FewestGroups = 3; // one for each part

    public required Protocol Protocol { get; init; }

    /// <summary>How the tested items were chosen, in words.</summary>
    public required string Words { get; init; }

    public required ulong Seed { get; init; }

    /// <exception cref="ResearchException">A class would have nothing to learn from, or a part would be empty.</exception>
    public static OwnSplit Of(Dataset data, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        string[] groups = [.. data.Items.Select(item => item.Group).Distinct()];
        bool grouped = groups.Length < data.Items.Count;
        Draw draw = grouped && groups.Length >= FewestGroups ? Draw.Groups : Draw.Stratified;
        ValidationPart validation =
            data.Of(Subset.Validation).Length > 0 ? new PublishedValidation() : Part(draw, "own/validation");
        OwnSplit split = data.Items.Any(item => item.Subset is not null)
            ? new()
            {
                Protocol = new PublishedSplit { Validation = validation },
                Words = "the labels' own parts",
                Seed = seed,
            }
            : new()
            {
                Protocol = new RandomSplit { Test = Part(draw, "own/test"), Validation = validation },
                Words =
                    draw == Draw.Groups ? "random split, no group in two parts"
                    : grouped ? "random split, groups shared"
                    : "random split",
                Seed = seed,
            };
        split.Check(data);
        return split;
    }

    private static Holdout Part(Draw draw, string stream) =>
        new()
        {
            Fraction = Share,
            Draw = draw,
            Stream = stream,
        };

    private void Check(Dataset data)
    {
        TrainValidationTest parts = Protocol.Of(SplitItems.Of(data), Seed);
        string[] unheard = [.. data.Labels.Except(parts.Train.Select(i => data.Items[i].Label!))];
        if (unheard.Length > 0)
        {
            throw new ResearchException(
                $"'{data.Id}': nothing of the class '{unheard[0]}' is left to learn from ({Words}). Add more of it, of other groups too, or give parts in the labels."
            );
        }

        if (parts.Validation.Length == 0 || parts.Test.Length == 0)
        {
            throw new ResearchException(
                $"'{data.Id}': {data.Items.Count} items leave {parts.Validation.Length} for validation and {parts.Test.Length} for the test; at least one each is needed. Add more."
            );
        }
    }
}
