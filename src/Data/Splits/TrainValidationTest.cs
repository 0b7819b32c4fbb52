namespace Research.Data.Splits;

/// <summary>Items to train on, items that say when to stop (none where nothing does), items to test on: indices, each list ascending.</summary>
public sealed record TrainValidationTest(int[] Train, int[] Validation, int[] Test)
{
    /// <summary>The same parts of a subset: its members, by their place in the whole.</summary>
    public TrainValidationTest Of(IReadOnlyList<int> subset) =>
        new([.. Train.Select(i => subset[i])], [.. Validation.Select(i => subset[i])], [.. Test.Select(i => subset[i])]);
}
