using Research.Numerics;

namespace Research.Data.Tests;

public class DatasetTests
{
    [Fact]
    public void A_class_index_points_into_the_labels_in_ordinal_order()
    {
        Dataset data = Of("b", "a", "B", "a");
        Assert.Equal(["B", "a", "b"], data.Labels);
        Assert.Equal([2, 1, 0, 1], data.Classes());
    }

    [Fact]
    public void Items_without_a_class_add_no_label_and_are_named_when_classes_are_asked_for()
    {
        Dataset data = Of("b", null, "a", null);
        Assert.Equal(["a", "b"], data.Labels);
        ResearchException error = Assert.Throws<ResearchException>(() => data.Classes());
        Assert.Contains("2 of 4 items have no class (item-1, item-3)", error.Message, StringComparison.Ordinal);
    }

    private static Dataset Of(params string?[] labels) =>
        new(
            "test",
            "1",
            "",
            Synthetic: true,
            [.. labels.Select((label, i) => new Item($"item-{i}", label, "group", null, new MatrixContent(new Matrix(1, 1))))]
        );
}
