using Research.Data.Splits;

namespace Research.Data.Tests.Splits;

public class PublishedValidationTrainsTests
{
    [Fact]
    public void Both_parts_are_learned_from_and_items_without_a_part_are_not()
    {
        Subset?[] subsets = [Subset.Train, Subset.Validation, null, Subset.Test, Subset.Train, Subset.Validation];
        var items = new SplitItems
        {
            Names = [.. subsets.Select((_, i) => $"{i}")],
            Labels = [.. subsets.Select(_ => "a")],
            Groups = [.. subsets.Select((_, i) => $"{i}")],
            Subsets = subsets,
            Corpora = [.. subsets.Select(_ => "tests")],
            Classes = ["a"],
        };
        TrainValidationTest parts = new PublishedSplit { Validation = new PublishedValidationTrains() }.Of(items, 1);
        Assert.Equal([0, 1, 4, 5], parts.Train);
        Assert.Empty(parts.Validation);
        Assert.Equal([3], parts.Test);
    }
}
