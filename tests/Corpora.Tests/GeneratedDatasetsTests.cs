using Research.Data;
using Research.Data.Datasets;
using Research.Data.Locking;
using Research.Tests;

namespace Research.Corpora.Tests;

public class GeneratedDatasetsTests
{
    private static readonly IReadOnlyList<DatasetCard> Cards = DatasetCatalog.In(typeof(Corpus).Assembly);

    private static readonly DatasetLock Pins = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));

    public static TheoryData<string> Ids => [.. Cards.Select(card => card.Dataset.Id)];

    // The pin of every generated dataset is what every machine must make; the card is what can be said before it is made.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_generated_dataset_has_its_pinned_digest_and_is_what_its_card_says(string id)
    {
        DatasetCard card = Cards.Single(card => card.Dataset.Id == id);
        Dataset made = ((GeneratedDataset)card.Dataset).Make();
        Assert.True(made.Synthetic);
        Assert.Equal(id, made.Id);
        Assert.Equal((Pins.FindGenerated(id)!.Digest, Pins.FindGenerated(id)!.Count), (made.Digest, made.Items.Count));
        Assert.Equal(made.Labels, card.Classes);
        Assert.Equal(made.Items.Select(item => item.Group).Distinct().Order(StringComparer.Ordinal), card.Groups);
        Assert.Equal(made.Items.Select(item => item.Subset).OfType<Subset>().Distinct().Order(), card.PublishedSubsets);
    }

    [Fact]
    public void Every_generated_dataset_is_pinned_and_called_synthetic_and_answers_no_claim()
    {
        Assert.Equal(
            Cards.Select(card => card.Dataset.Id),
            Pins.Generated.Select(entry => entry.Id).Order(StringComparer.Ordinal)
        );
        Assert.All(Pins.Generated, entry => Assert.StartsWith("Synthetic", entry.Title, StringComparison.Ordinal));
        Assert.All(Pins.Generated, entry => Assert.StartsWith("synthetic-", entry.Id, StringComparison.Ordinal));
        Assert.All(Cards, card => Assert.Empty(card.ClaimNames.Concat(card.StandsInFor)));
    }
}
