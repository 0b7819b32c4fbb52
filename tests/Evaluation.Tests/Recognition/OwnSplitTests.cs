using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Numerics;

namespace Research.Evaluation.Tests.Recognition;

/// <summary>How a user's own items are parted, and what cannot be.</summary>
public class OwnSplitTests
{
    [Fact]
    public void Groups_stay_whole_where_there_are_three()
    {
        Dataset data = Of([.. Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? "low" : "high", $"p{i % 5}", (Subset?)null))]);
        var split = OwnSplit.Of(data, 1);
        Assert.Equal("random split, no group in two parts", split.Words);
        TrainValidationTest parts = split.Protocol.Of(SplitItems.Of(data), 1);
        string[][] groups =
        [
            .. new[] { parts.Train, parts.Validation, parts.Test }.Select(part =>
                part.Select(i => data.Items[i].Group).Distinct().ToArray()
            ),
        ];
        Assert.Equal(5, groups.Sum(part => part.Length));
        Assert.All(groups, Assert.NotEmpty);
    }

    [Fact]
    public void Two_groups_are_shared_and_it_is_said() =>
        Assert.Equal(
            "random split, groups shared",
            OwnSplit
                .Of(
                    Of([.. Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? "low" : "high", $"p{i % 4 / 2}", (Subset?)null))]),
                    1
                )
                .Words
        );

    [Fact]
    public void Without_groups_each_class_has_its_share_in_each_part()
    {
        Dataset data = Of([.. Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? "low" : "high", $"own{i}", (Subset?)null))]);
        var split = OwnSplit.Of(data, 1);
        Assert.Equal("random split", split.Words);
        TrainValidationTest parts = split.Protocol.Of(SplitItems.Of(data), 1);
        Assert.Equal((32, 8, 10), (parts.Train.Length, parts.Validation.Length, parts.Test.Length));
        Assert.Equal(5, parts.Test.Count(i => data.Items[i].Label == "low"));
    }

    [Fact]
    public void Parts_of_the_labels_are_taken_as_they_are()
    {
        Subset?[] said = [Subset.Train, Subset.Train, Subset.Validation, Subset.Test];
        Dataset data = Of([.. Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? "low" : "high", $"own{i}", said[i / 4]))]);
        var split = OwnSplit.Of(data, 1);
        Assert.Equal("the labels' own parts", split.Words);
        TrainValidationTest parts = split.Protocol.Of(SplitItems.Of(data), 1);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], parts.Train);
        Assert.Equal([8, 9, 10, 11], parts.Validation);
        Assert.Equal([12, 13, 14, 15], parts.Test);
    }

    [Fact]
    public void A_class_that_nothing_is_left_of_to_learn_from_is_named()
    {
        Dataset data = Of([
            .. Enumerable
                .Range(0, 12)
                .Select(i => (i < 6 ? "low" : "high", $"own{i}", (Subset?)(i < 6 ? Subset.Train : Subset.Test))),
        ]);
        Assert.Contains("nothing of the class 'high' is left to learn from", Refusal(data), StringComparison.Ordinal);
    }

    [Fact]
    public void Recordings_of_several_rates_are_refused_with_what_to_do()
    {
        Item[] items =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(i => new Item(
                    $"i{i:00}",
                    i % 2 == 0 ? "a" : "b",
                    $"i{i}",
                    null,
                    new Waveform([0, 0], i == 3 ? 8000 : 16_000)
                )),
        ];
        Assert.Contains(
            "have 2 sample rates (8000, 16000 Hz); add them again with one, such as --rate 8000",
            Assert.Throws<ResearchException>(() => Owned(new Dataset("mine", "own", "", false, items))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Arrays_of_one_width_have_a_shape_and_no_rate()
    {
        OwnData own = Owned(Arrays(_ => 3));
        Assert.Equal((0, new MatrixShape(null, 3)), (own.SampleRateHz, own.Shape));
        Assert.Contains(
            "The arrays of 'mine' have 2 widths (2, 3 columns)",
            Assert.Throws<ResearchException>(() => Owned(Arrays(i => i == 7 ? 2 : 3))).Message,
            StringComparison.Ordinal
        );
    }

    private static Dataset Arrays(Func<int, int> width) =>
        new(
            "mine",
            "own",
            "",
            false,
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(i => new Item(
                        $"i{i:00}",
                        i % 2 == 0 ? "a" : "b",
                        $"i{i}",
                        null,
                        new MatrixContent(new Matrix(2, width(i)))
                    )),
            ]
        );

    private static OwnData Owned(Dataset data) => OwnData.Of(new GeneratedDataset(data.Id, () => data), data, null, 1);

    private static string Refusal(Dataset data) => Assert.Throws<ResearchException>(() => OwnSplit.Of(data, 1)).Message;

    private static Dataset Of((string Label, string Group, Subset? Part)[] items) =>
        new(
            "mine",
            "own",
            "",
            false,
            [.. items.Select((item, i) => new Item($"i{i:00}", item.Label, item.Group, item.Part, new Waveform([0, 0], 8000)))]
        );
}
