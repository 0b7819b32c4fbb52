using Research.Data;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Recognition;

public class ModelCardsTests
{
    [Fact]
    public void Cards_are_read_back_as_they_were_to_the_last_bit_and_in_their_order()
    {
        byte[] file = ModelCards.Write([
            ("second", Cards.Card),
            ("first", Cards.Card with { Synthetic = false, LearnedFrom = 3, Background = new(-1.25, 0.015, 70) }),
        ]);
        IReadOnlyDictionary<string, ModelCard> back = ModelCards.Read(file);
        Assert.Equal(["second", "first"], back.Keys);
        ModelCard card = back["second"];
        Assert.Equal(Cards.Card, card with { Labels = Cards.Card.Labels, Seen = Cards.Card.Seen });
        Assert.Equal(Cards.Card.Labels, card.Labels);
        Assert.Equal(Cards.Card.Seen.SampleRatesHz, card.Seen.SampleRatesHz);
        Assert.Equal(Cards.Card.Seen, card.Seen with { SampleRatesHz = Cards.Card.Seen.SampleRatesHz });
        Assert.Equal(new FamiliarRange(-1.25, 0.015, 70), back["first"].Background);
        Assert.Null(card.Background);
        Assert.Equal((false, 3), (back["first"].Synthetic, back["first"].LearnedFrom));
        Assert.Equal(file, ModelCards.Write([.. back.Select(own => (own.Key, own.Value))]));
    }

    [Fact]
    public void A_card_tells_its_data_what_it_learned_from_and_how_it_was_tested()
    {
        Dataset data = Samples.Noise("noise", ["x", "y"], ["a", "b"]);
        ModelCard card = ModelCards.Of(data, "title", [0, 2], "random split", Trained(), "note");
        Assert.Equal(
            ("noise", "1", "digest of noise", true),
            (card.Dataset, card.DatasetVersion, card.DatasetDigest, card.Synthetic)
        );
        Assert.Equal(["a", "b"], card.Labels);
        Assert.Equal(2, card.LearnedFrom);
        Assert.Equal(new ModelScore("random split", 4, 0.5, 2.0 / 3 / 2), card.Score);
        double[] seconds = [data.Items[0].Waveform.DurationSeconds, data.Items[2].Waveform.DurationSeconds];
        Assert.Equal((seconds.Min(), seconds.Max()), (card.Seen.ShortestSeconds, card.Seen.LongestSeconds));
        Assert.Equal(("every second recording of the test part", 2), (card.Calibration.FittedOn, card.Calibration.Items));
        Assert.Equal(new FamiliarRange(1, 0, 2), card.Familiar);
    }

    [Fact]
    public void A_validation_part_fixes_certainty_where_there_is_one()
    {
        ClassPredictions validation = Tested() with { Subset = SubsetNames.Validation };
        TrialResult result = new()
        {
            Predictions = [validation, Tested()],
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [Familiarity.NameOf(SubsetNames.Validation)] = [5, 6, 7, 8],
                [Familiarity.NameOf(SubsetNames.Test)] = [1, 2, 3, 4],
            },
        };
        ModelCard card = ModelCards.Of(Samples.Noise("noise", ["x", "y"], ["a", "b"]), "title", [0], "split", result, "note");
        Assert.Equal(("validation part", 4), (card.Calibration.FittedOn, card.Calibration.Items));
        Assert.Equal(5, card.Familiar.Least);
    }

    private static ClassPredictions Tested() =>
        Samples.Predicted("aaab", "aaba") with
        {
            Probabilities = [.. Enumerable.Range(0, 4).Select(i => new[] { i == 2 ? 0.1 : 0.9, i == 2 ? 0.9 : 0.1 })],
        };

    private static TrialResult Trained() =>
        new()
        {
            Predictions = [Tested()],
            Numbers = new Dictionary<string, IReadOnlyList<double>> { [Familiarity.NameOf(SubsetNames.Test)] = [1, 2, 3, 4] },
        };
}
