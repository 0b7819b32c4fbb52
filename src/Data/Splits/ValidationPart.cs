namespace Research.Data.Splits;

/// <summary>Which items say when to stop a training.</summary>
public abstract record ValidationPart
{
    private protected ValidationPart() { }

    internal abstract TrainValidationTest Of(Split split, SplitItems items, ulong seed);
}

/// <summary>None: all items that are not tested are trained on.</summary>
public sealed record NoValidation : ValidationPart
{
    internal override TrainValidationTest Of(Split split, SplitItems items, ulong seed) => new(split.Train, [], split.Test);
}

/// <summary>The tested items themselves, as some studies did. Optimistic: the test chooses the epoch.</summary>
public sealed record TestAsValidation : ValidationPart
{
    internal override TrainValidationTest Of(Split split, SplitItems items, ulong seed) =>
        new(split.Train, split.Test, split.Test);
}
