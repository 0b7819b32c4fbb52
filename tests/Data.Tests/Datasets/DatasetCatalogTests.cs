using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Data.Tests.Datasets;

public class DatasetCatalogTests
{
    [Fact]
    public void A_card_is_found_where_it_stands_and_no_list_names_it() =>
        Assert.Contains(
            Found.Card,
            DatasetCatalog.In(typeof(Fsdd).Assembly, typeof(Found).Assembly).Where(card => card.Dataset.Id == "found")
        );

    [Fact]
    public void Cards_come_in_order_of_their_ids_and_an_assembly_named_twice_counts_once()
    {
        string[] ids = [.. DatasetCatalog.In(typeof(Fsdd).Assembly, typeof(Fsdd).Assembly).Select(card => card.Dataset.Id)];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Contains("fsdd", ids);
    }

    [Fact]
    public void Two_cards_with_one_id_are_refused_by_the_id()
    {
        ResearchException error = Assert.Throws<ResearchException>(() => DatasetCatalog.Sorted([Found.Card, Found.Card]));
        Assert.Contains("found", error.Message, StringComparison.Ordinal);
    }
}

/// <summary>A dataset of this test project.</summary>
public static class Found
{
    public static DatasetCard Card { get; } =
        new()
        {
            Dataset = new FolderDataset("found", "data", "*.txt", _ => []),
            Classes = [],
            GroupKind = "nobody",
            Groups = [],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };
}
