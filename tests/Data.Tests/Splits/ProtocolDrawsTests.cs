using Research.Data.Splits;

namespace Research.Data.Tests.Splits;

/// <summary>Protocols draw to the item what the experiments' own functions drew before there were protocols (commit 1ca9791): committed tables rest on it.</summary>
public class ProtocolDrawsTests
{
    private static readonly BalancedSample Sixty = new()
    {
        Classes = ["b", "c"],
        PerClass = 4,
        Stream = "emotion/sixty",
        Within = new RandomSplit { Test = Tiny.Holdout(0.25, "emotion/validation"), Validation = new TestAsValidation() },
    };

    // HmmTrial.Validation, ThreeParts.Published and Random, LocalAttention's sixty, CourseTrials by total and per class, Mlp, Separability,
    // SpeakerIndependent and ThreeParts.Speakers, run on the same thirty items.
    public static TheoryData<Protocol, int, int[], int[], int[]> Drawn =>
        new()
        {
            {
                new PublishedSplit { Validation = Tiny.Holdout(0.25, "digits/validation") },
                1,
                [2, 3, 4, 5, 7, 8, 9, 10, 13, 14, 15, 16, 21, 23, 25, 26, 27, 29],
                [1, 11, 17, 19, 20, 22, 28],
                [0, 6, 12, 18, 24]
            },
            {
                new BalancedTest
                {
                    PerClass = 2,
                    Stream = "emotion/split",
                    Validation = new TestAsValidation(),
                },
                1,
                [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 18, 19, 21, 23, 25, 26, 27, 28, 29],
                [14, 16, 17, 20, 22, 24],
                [14, 16, 17, 20, 22, 24]
            },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.2, "emotion/split"),
                    Validation = Tiny.Holdout(0.2, "emotion/validation"),
                },
                1,
                [0, 1, 2, 5, 7, 8, 9, 11, 13, 14, 15, 16, 17, 19, 22, 24, 25, 26, 28],
                [3, 6, 10, 12, 29],
                [4, 18, 20, 21, 23, 27]
            },
            { Sixty, 1, [3, 4, 8, 18, 24, 29], [9, 17], [9, 17] },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.3, "digits/course split", Draw.Stratified),
                    Validation = new NoValidation(),
                },
                1,
                [0, 1, 2, 3, 5, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 22, 23, 25, 26, 29],
                [],
                [4, 6, 7, 15, 16, 21, 24, 27, 28]
            },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.3, "digits/course split", Draw.StratifiedByRest),
                    Validation = new NoValidation(),
                },
                1,
                [0, 1, 2, 3, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 26, 28, 29],
                [],
                [4, 5, 10, 11, 22, 23, 27]
            },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.3, "digits/course/mlp", Draw.Stratified),
                    Validation = new NoValidation(),
                },
                1,
                [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 17, 20, 21, 22, 24, 27, 29],
                [],
                [9, 15, 16, 18, 19, 23, 25, 26, 28]
            },
            {
                new RandomSplit { Test = Tiny.Holdout(0.3, "synthetic/split", Draw.Stratified), Validation = new NoValidation() },
                1,
                [0, 1, 3, 4, 5, 6, 8, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 22, 24, 26, 27],
                [],
                [2, 7, 9, 15, 21, 23, 25, 28, 29]
            },
            {
                new GroupLeftOut { Group = "s0", Validation = Tiny.Holdout(0.2, "digits/validation") },
                1,
                [3, 5, 6, 7, 8, 9, 10, 16, 19, 20, 21, 22, 23, 27, 28, 29],
                [4, 11, 15, 17, 18],
                [0, 1, 2, 12, 13, 14, 24, 25, 26]
            },
            {
                new GroupLeftOut { Group = "s2", Validation = Tiny.Holdout(0.2, "digits/validation") },
                1,
                [0, 1, 2, 3, 4, 5, 9, 11, 12, 13, 14, 15, 21, 23, 24, 25, 26, 27, 28],
                [10, 16, 17, 22, 29],
                [6, 7, 8, 18, 19, 20]
            },
            {
                new PublishedSplit { Validation = Tiny.Holdout(0.25, "digits/validation") },
                2,
                [1, 2, 4, 5, 7, 9, 10, 13, 14, 15, 16, 17, 21, 22, 23, 25, 28, 29],
                [3, 8, 11, 19, 20, 26, 27],
                [0, 6, 12, 18, 24]
            },
            {
                new BalancedTest
                {
                    PerClass = 2,
                    Stream = "emotion/split",
                    Validation = new TestAsValidation(),
                },
                2,
                [0, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 23, 24, 26, 27, 28],
                [3, 4, 15, 22, 25, 29],
                [3, 4, 15, 22, 25, 29]
            },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.2, "emotion/split"),
                    Validation = Tiny.Holdout(0.2, "emotion/validation"),
                },
                2,
                [0, 1, 2, 3, 4, 6, 8, 10, 11, 14, 15, 18, 20, 21, 23, 24, 27, 28, 29],
                [5, 9, 16, 17, 22],
                [7, 12, 13, 19, 25, 26]
            },
            { Sixty, 2, [13, 14, 19, 24, 27, 28], [8, 9], [8, 9] },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.3, "digits/course split", Draw.Stratified),
                    Validation = new NoValidation(),
                },
                2,
                [0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 18, 19, 20, 22, 23, 24, 27, 28],
                [],
                [2, 4, 12, 16, 17, 21, 25, 26, 29]
            },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.3, "digits/course split", Draw.StratifiedByRest),
                    Validation = new NoValidation(),
                },
                2,
                [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 15, 16, 17, 19, 20, 22, 23, 24, 25, 27, 29],
                [],
                [6, 12, 14, 18, 21, 26, 28]
            },
            {
                new RandomSplit
                {
                    Test = Tiny.Holdout(0.3, "digits/course/mlp", Draw.Stratified),
                    Validation = new NoValidation(),
                },
                2,
                [0, 1, 2, 3, 7, 8, 9, 11, 12, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24, 25, 27],
                [],
                [4, 5, 6, 10, 13, 18, 26, 28, 29]
            },
            {
                new RandomSplit { Test = Tiny.Holdout(0.3, "synthetic/split", Draw.Stratified), Validation = new NoValidation() },
                2,
                [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14, 18, 20, 22, 23, 24, 25, 26, 27, 29],
                [],
                [9, 10, 12, 15, 16, 17, 19, 21, 28]
            },
            {
                new GroupLeftOut { Group = "s0", Validation = Tiny.Holdout(0.2, "digits/validation") },
                2,
                [3, 4, 5, 6, 7, 9, 11, 16, 17, 18, 20, 21, 23, 27, 28, 29],
                [8, 10, 15, 19, 22],
                [0, 1, 2, 12, 13, 14, 24, 25, 26]
            },
            {
                new GroupLeftOut { Group = "s2", Validation = Tiny.Holdout(0.2, "digits/validation") },
                2,
                [0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14, 15, 17, 21, 22, 24, 25, 28],
                [16, 23, 26, 27, 29],
                [6, 7, 8, 18, 19, 20]
            },
            {
                new GroupLeftOut { Group = "s1", Validation = new NoValidation() },
                1,
                [0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 20, 21, 22, 23, 24, 25, 26],
                [],
                [3, 4, 5, 15, 16, 17, 27, 28, 29]
            },
            {
                new GroupLeftOut { Group = "s3", Validation = new NoValidation() },
                1,
                [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17, 18, 19, 20, 24, 25, 26, 27, 28, 29],
                [],
                [9, 10, 11, 21, 22, 23]
            },
        };

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_protocol_draws_what_the_experiments_drew(Protocol protocol, int seed, int[] train, int[] validation, int[] test)
    {
        TrainValidationTest parts = protocol.Of(Tiny.Items, (ulong)seed);
        Assert.Equal(train, parts.Train);
        Assert.Equal(validation, parts.Validation);
        Assert.Equal(test, parts.Test);
    }

    // SharedClasses.Of, which numbered the items that count: 18 of the first corpus, then 4 of the second.
    [Fact]
    public void Corpus_against_corpus_takes_the_items_of_the_shared_classes_in_the_same_order()
    {
        var protocol = new CorpusAgainstCorpus
        {
            From = new GeneratedDataset("tiny", () => Tiny.Data),
            To = new GeneratedDataset("other", () => Tiny.Other),
            Validation = new NoValidation(),
        };
        var items = SplitItems.Of(Tiny.Data, Tiny.Other);
        TrainValidationTest parts = protocol.Of(items, 1);
        Assert.Equal([0, 1, 4, 5, 6, 9, 10, 11, 14, 15, 16, 19, 20, 21, 24, 25, 26, 29], parts.Train);
        Assert.Equal([30 + 1, 30 + 2, 30 + 4, 30 + 5], parts.Test);
        Assert.Equal(["a", "c"], protocol.ClassesOf(items));
        Assert.Equal(
            [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0],
            (items with { Classes = protocol.ClassesOf(items) }).At([.. parts.Train, .. parts.Test]).ClassIndices()
        );
    }

    [Fact]
    public void Corpora_that_share_no_class_are_refused()
    {
        var protocol = new CorpusAgainstCorpus
        {
            From = new GeneratedDataset("tiny", () => Tiny.Data),
            To = new GeneratedDataset("third", () => Tiny.Other),
            Validation = new NoValidation(),
        };
        Numerics.ResearchException error = Assert.Throws<Numerics.ResearchException>(() =>
            protocol.Of(SplitItems.Of(Tiny.Data, Tiny.Other), 1)
        );
        Assert.Contains("'tiny' against 'third'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_balanced_sample_leaves_the_other_items_out_and_names_its_classes()
    {
        TrainValidationTest parts = Sixty.Of(Tiny.Items, 1);
        Assert.Equal([3, 4, 8, 9, 17, 18, 24, 29], parts.Train.Concat(parts.Test).Order());
        Assert.Equal(["b", "c"], Sixty.ClassesOf(Tiny.Items));
        Assert.Throws<Numerics.ResearchException>(() => (Sixty with { PerClass = 7 }).Of(Tiny.Items, 1));
    }
}
