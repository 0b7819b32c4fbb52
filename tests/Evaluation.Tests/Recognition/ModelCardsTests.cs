using Research.Data;
using Research.Evaluation.Recognition;

namespace Research.Evaluation.Tests.Recognition;

public class ModelCardsTests
{
    [Fact]
    public void Cards_are_read_back_as_they_were_to_the_last_bit_and_in_their_order()
    {
        byte[] file = ModelCards.Write([
            ("second", Cards.Card),
            ("first", Cards.Card with { Synthetic = false, LearnedFrom = 3 }),
        ]);
        IReadOnlyDictionary<string, ModelCard> back = ModelCards.Read(file);
        Assert.Equal(["second", "first"], back.Keys);
        ModelCard card = back["second"];
        Assert.Equal(Cards.Card, card with { Labels = Cards.Card.Labels, Seen = Cards.Card.Seen });
        Assert.Equal(Cards.Card.Labels, card.Labels);
        Assert.Equal(Cards.Card.Seen.SampleRatesHz, card.Seen.SampleRatesHz);
        Assert.Equal(Cards.Card.Seen, card.Seen with { SampleRatesHz = Cards.Card.Seen.SampleRatesHz });
        Assert.Equal((false, 3), (back["first"].Synthetic, back["first"].LearnedFrom));
        Assert.Equal(file, ModelCards.Write([.. back.Select(own => (own.Key, own.Value))]));
    }

    [Fact]
    public void A_card_tells_its_data_what_it_learned_from_and_how_it_was_tested()
    {
        Dataset data = Samples.Noise("noise", ["x", "y"], ["a", "b"]);
        ModelCard card = ModelCards.Of(data, "title", [0, 2], "random split", Samples.Predicted("aaab", "aaba"), "note");
        Assert.Equal(
            ("noise", "1", "digest of noise", true),
            (card.Dataset, card.DatasetVersion, card.DatasetDigest, card.Synthetic)
        );
        Assert.Equal(["a", "b"], card.Labels);
        Assert.Equal(2, card.LearnedFrom);
        Assert.Equal(new ModelScore("random split", 4, 0.5, 2.0 / 3 / 2), card.Score);
        double[] seconds = [data.Items[0].Waveform.DurationSeconds, data.Items[2].Waveform.DurationSeconds];
        Assert.Equal((seconds.Min(), seconds.Max()), (card.Seen.ShortestSeconds, card.Seen.LongestSeconds));
    }
}
