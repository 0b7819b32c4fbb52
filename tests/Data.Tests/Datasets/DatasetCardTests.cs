using Research.Data.Datasets;
using Research.Data.Locking;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class DatasetCardTests
{
    private static readonly IReadOnlyList<DatasetCard> Cards = DatasetCatalog.In(typeof(Fsdd).Assembly);

    public static TheoryData<string> Ids => [.. Cards.Select(card => card.Dataset.Id)];

    [Fact]
    public void Every_pinned_dataset_has_a_card_and_every_card_a_pin()
    {
        var pins = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));
        Assert.Equal(
            pins.Datasets.Select(entry => entry.Id).Order(StringComparer.Ordinal),
            Cards.Select(card => card.Dataset.Id)
        );
    }

    // Classes, groups and parts are written down, so that they can be named without the data; here the data have the word.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_card_says_what_the_data_hold(string id)
    {
        DatasetCard card = Cards.Single(card => card.Dataset.Id == id);
        IReadOnlyList<Item> items = ((PinnedDataset)card.Dataset).Read(RealData.Folder(id));
        var data = new Dataset(id, "1", "", Synthetic: false, items);
        Assert.Equal(data.Labels, card.Classes);
        string[] groups = [.. items.Select(item => item.Group).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(card.Groups.Count > 0 ? groups : [], card.Groups);
        Assert.Equal(items.Select(item => item.Subset).OfType<Subset>().Distinct().Order(), card.PublishedSubsets.Order());
    }

    [Fact]
    public void No_two_datasets_answer_to_one_name_of_the_claims()
    {
        Assert.Equal("fsdd", CardOf("fsdd").Dataset.Id);
        Assert.Equal("ntua-digits", CardOf("digits-133").Dataset.Id);
        Assert.Equal("ntua-phrases", CardOf("onetwothree").Dataset.Id);
        Assert.Equal("nemo-1057", CardOf("shemo").Dataset.Id);
        Assert.Equal("nemo-1057", CardOf("shemo-60").Dataset.Id);
    }

    private static DatasetCard CardOf(string claimName) =>
        Cards.Single(card => card.ClaimNames.Concat(card.StandsInFor).Contains(claimName));
}
