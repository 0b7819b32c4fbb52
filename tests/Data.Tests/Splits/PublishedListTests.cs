using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

public class PublishedListTests
{
    [Fact]
    public void List_files_name_items_with_folder_and_extension_or_without()
    {
        IReadOnlyDictionary<string, Subset> parts = PublishedListFile.Of(
            (Subset.Train, "blues/blues.00029.wav\r\nblues/blues.00030.au\n\n"),
            (Subset.Validation, "jazz.00001\n"),
            (Subset.Test, "rock/rock.00099.mp3")
        );
        Assert.Equal(
            [
                ("blues.00029", Subset.Train),
                ("blues.00030", Subset.Train),
                ("jazz.00001", Subset.Validation),
                ("rock.00099", Subset.Test),
            ],
            parts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))
        );
    }

    [Fact]
    public void An_item_that_is_listed_twice_is_refused()
    {
        ResearchException error = Assert.Throws<ResearchException>(() =>
            PublishedListFile.Of((Subset.Train, "a.wav\nb.wav"), (Subset.Test, "b.wav"))
        );
        Assert.Contains("b.wav", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_are_where_the_list_puts_them_and_those_that_it_leaves_out_take_no_part()
    {
        TrainValidationTest parts = List(new PublishedValidation(), needsAll: true).Of(Tiny.Items, 1);
        Assert.Equal([1, 3], parts.Train);
        Assert.Equal([5], parts.Validation);
        Assert.Equal([2], parts.Test);
        TrainValidationTest drawn = List(Tiny.Holdout(0.5, "validation", Draw.Items), needsAll: true).Of(Tiny.Items, 1);
        Assert.Equal([1, 3], drawn.Train.Concat(drawn.Validation).Order());
        Assert.Single(drawn.Validation);
    }

    [Fact]
    public void Items_of_the_list_that_are_missing_are_named_unless_a_part_of_the_dataset_is_enough()
    {
        SplitItems some = Tiny.Items.At([1, 2, 5]);
        ResearchException error = Assert.Throws<ResearchException>(() =>
            List(new PublishedValidation(), needsAll: true).Of(some, 1)
        );
        Assert.Contains("clip-03", error.Message, StringComparison.Ordinal);
        TrainValidationTest parts = List(new PublishedValidation(), needsAll: false).Of(some, 1);
        Assert.Equal([0], parts.Train);
        Assert.Equal([2], parts.Validation);
        Assert.Equal([1], parts.Test);
    }

    [Fact]
    public void A_published_validation_part_goes_with_the_published_split_only()
    {
        SplitItems items = Tiny.Items with
        {
            Subsets = [.. Tiny.Items.Subsets.Select((subset, i) => i == 7 ? Subset.Validation : subset)],
        };
        Assert.Equal(
            [7],
            new PublishedSplit { Validation = new PublishedValidation() }
                .Of(items, 1)
                .Validation
        );
        var random = new RandomSplit { Test = Tiny.Holdout(0.3, "test"), Validation = new PublishedValidation() };
        Assert.Contains(
            "published split only",
            Assert.Throws<ResearchException>(() => random.Of(items, 1)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ResearchException>(() => new PublishedSplit { Validation = new PublishedValidation() }.Of(Tiny.Items, 1));
    }

    private static PublishedList List(ValidationPart validation, bool needsAll) =>
        new()
        {
            List = "fault-filtered",
            Read = () =>
                PublishedListFile.Of(
                    (Subset.Train, "clip-01\nclip-03"),
                    (Subset.Validation, "clip-05"),
                    (Subset.Test, "clip-02")
                ),
            NeedsAll = needsAll,
            Validation = validation,
        };
}
