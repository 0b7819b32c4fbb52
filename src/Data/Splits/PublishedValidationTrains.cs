namespace Research.Data.Splits;

/// <summary>The published validation part is learned from too: for models that nothing stops.</summary>
public sealed record PublishedValidationTrains : ValidationPart
{
    internal override TrainValidationTest Of(Split split, SplitItems items, ulong seed)
    {
        int[] validation = PublishedSplit.Having(items, Subset.Validation);
        return new([.. split.Train.Union(validation).Except(split.Test).Order()], [], split.Test);
    }
}
