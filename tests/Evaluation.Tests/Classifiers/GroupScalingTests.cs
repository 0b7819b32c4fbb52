using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Numerics;

namespace Research.Evaluation.Tests.Classifiers;

public class GroupScalingTests
{
    private static readonly Matrix Rows = Matrix.OfRows([
        [1, 5],
        [30, 5],
        [3, 9],
        [10, 7],
    ]);

    [Fact]
    public void Each_group_is_brought_to_mean_zero_and_deviation_one_by_its_own_items()
    {
        Matrix scaled = GroupScaling.Apply(GroupScale.ByGroup, Rows, Samples.Items("abab", "xyxy"));
        Assert.Equal([-1.0, -1, 1, -1, 1, 1, -1, 1], scaled.Values.ToArray());
    }

    [Fact]
    public void Groups_of_one_name_in_two_datasets_are_two_groups()
    {
        SplitItems items = Samples.Items("abab", "xxxx", "cdcd");
        Assert.Equal([-1.0, -1, 1, -1, 1, 1, -1, 1], GroupScaling.Apply(GroupScale.ByGroup, Rows, items).Values.ToArray());
    }

    [Fact]
    public void Each_dataset_is_scaled_by_its_own_items_whatever_their_groups()
    {
        SplitItems items = Samples.Items("abab", "wxyz", "cdcd");
        Assert.Equal([-1.0, -1, 1, -1, 1, 1, -1, 1], GroupScaling.Apply(GroupScale.ByCorpus, Rows, items).Values.ToArray());
    }

    [Fact]
    public void Without_a_scale_the_rows_stay_as_they_are() =>
        Assert.Same(Rows, GroupScaling.Apply(GroupScale.None, Rows, Samples.Items("abab", "xyxy")));

    [Fact]
    public void A_constant_column_of_a_group_is_only_shifted()
    {
        Matrix scaled = GroupScaling.Apply(GroupScale.ByGroup, Rows, Samples.Items("abab", "xxyz"));
        Assert.Equal([-1.0, 0, 1, 0, 0, 0, 0, 0], scaled.Values.ToArray());
    }
}
