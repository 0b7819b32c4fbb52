using Research.Data.Splits;

namespace Research.Evaluation.Trials;

/// <summary>One split or several, by settings: for models that are fitted so fast that one trial holds all of them.</summary>
public abstract record Resampling
{
    /// <summary>The splits, each with the name of the part that its test items are, and the seed of its model.</summary>
    public abstract IReadOnlyList<Resample> Of(SplitItems items, ulong seed);
}

/// <summary>A split of a resampling.</summary>
/// <param name="Subset">Name of the part that its test items are; splits of one name are joined, in the order of the items.</param>
/// <param name="Split">Who is in which part.</param>
/// <param name="Seed">Of the model.</param>
public sealed record Resample(string Subset, TrainValidationTest Split, ulong Seed);

/// <summary>One split.</summary>
public sealed record OneSplit(Protocol Protocol) : Resampling
{
    public override IReadOnlyList<Resample> Of(SplitItems items, ulong seed) =>
        [new Resample(SubsetNames.Test, Protocol.Of(items, seed), seed)];
}

/// <summary>Many random splits, the seeds 0, 1, …; each is a part of its own, "split 0" and so on.</summary>
public sealed record ManySplits(Protocol Protocol, int Count) : Resampling
{
    public static string PartOf(int split) => FormattableString.Invariant($"split {split}");

    public override IReadOnlyList<Resample> Of(SplitItems items, ulong seed) =>
        [.. Enumerable.Range(0, Count).Select(s => new Resample(PartOf(s), Protocol.Of(items, (ulong)s), (ulong)s))];
}

/// <summary>Splits of a dataset that is whole; none of one of which only a part is here, so that nothing is measured on so few items.</summary>
/// <param name="Items">How many the whole dataset has.</param>
public sealed record WhereWhole(int Items, Resampling Splits) : Resampling
{
    public override IReadOnlyList<Resample> Of(SplitItems items, ulong seed) => items.Count < Items ? [] : Splits.Of(items, seed);
}

/// <summary>Each group (a speaker) tested once by a model of all others; together they are the part "test".</summary>
public sealed record EachGroupLeftOut : Resampling
{
    public override IReadOnlyList<Resample> Of(SplitItems items, ulong seed) =>
        [
            .. items
                .Groups.Distinct()
                .Order(StringComparer.Ordinal)
                .Select(group => new GroupLeftOut { Group = group, Validation = new NoValidation() })
                .Select(protocol => new Resample(SubsetNames.Test, protocol.Of(items, seed), seed)),
        ];
}

/// <summary>Each of k folds tested once by a model of all others; together they are the part "test".</summary>
public sealed record EachFold : Resampling
{
    public required int Folds { get; init; }

    public required FoldDraw Draw { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    public override IReadOnlyList<Resample> Of(SplitItems items, ulong seed) =>
        [.. Enumerable.Range(0, Folds).Select(fold => new Resample(SubsetNames.Test, ProtocolOf(fold).Of(items, seed), seed))];

    private Protocol ProtocolOf(int fold) =>
        Draw == FoldDraw.Groups
            ? new GroupCrossValidation
            {
                Folds = Folds,
                Fold = fold,
                Stream = Stream,
                Validation = new NoValidation(),
            }
            : new CrossValidation
            {
                Folds = Folds,
                Fold = fold,
                Stratified = Draw == FoldDraw.Stratified,
                Stream = Stream,
                Validation = new NoValidation(),
            };
}

/// <summary>How folds are drawn.</summary>
public enum FoldDraw
{
    /// <summary>Items, whatever their class.</summary>
    Items,

    /// <summary>Items, every class spread over the folds.</summary>
    Stratified,

    /// <summary>Whole groups: no group is on both sides.</summary>
    Groups,
}
