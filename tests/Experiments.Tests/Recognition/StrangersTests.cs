using System.Globalization;
using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Tests.Recognition;

/// <summary>What the models of a tiny set say of recordings that are of none of their classes.</summary>
public class StrangersTests
{
    [Theory]
    [InlineData("Digits", 3, 3)] // its test part, strangers, and halves
    [InlineData("SpeechEmotion", 2, 2)]
    [InlineData("GenreAffect", 2, 3)] // with a background and without: its test part, sentences, and digits
    public void Every_exported_model_hears_its_own_test_part_and_strangers(string study, int models, int heard)
    {
        Row[] rows = Rows(study);
        Assert.Equal(models, rows.Select(row => row.Model).Distinct().Count());
        Assert.Equal(heard * models, rows.Length);
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal((double)row.Refused / row.Items, row.Share, 1e-4);
                Assert.InRange(row.Certainty, 0.1, row.AsItIs); // a temperature makes no model surer
            }
        );
    }

    [Fact]
    public void Hidden_Markov_models_of_digits_refuse_sentences_and_know_digits()
    {
        Row[] rows =
        [
            .. Rows("Digits")
                .Where(row =>
                    row.Model.StartsWith("hidden", StringComparison.Ordinal)
                    && !row.Data.EndsWith("halves", StringComparison.Ordinal)
                ),
        ];
        Assert.Equal(4, rows.Length);
        Assert.All(
            rows,
            row => Assert.InRange(row.Share, row.Data == "synthetic-digits" ? 0 : 0.6, row.Data == "synthetic-digits" ? 0.4 : 1)
        );
    }

    [Fact]
    public void Words_that_are_cut_in_half_are_refused_more_often_than_whole_ones()
    {
        foreach (IGrouping<string, Row> model in Rows("Digits").GroupBy(row => row.Model))
        {
            Row whole = model.Single(row => row.Data == "synthetic-digits");
            Row half = model.Single(row => row.Data == "synthetic-digits, first halves");
            Assert.Equal(whole.Items, half.Items);
            Assert.True(half.Refused > whole.Refused, $"{model.Key}: {half.Refused} of {half.Items}");
        }
    }

    [Fact]
    public void Music_of_another_collection_is_told_from_speech()
    {
        var genres = (StrangersExperiment)
            Studies.All.Single(own => own.Name == "GenreAffect").Experiment("Strangers", Profile.Paper);
        Assert.Equal(12, genres.Hearings.Count); // two models, and one with a background, hear four collections
        Assert.All(
            genres.Hearings,
            hearing =>
                Assert.Equal(
                    hearing.Strangers.Id == "memomusic-audio" ? "music, recorded by others" : "none of its classes",
                    hearing.Relation
                )
        );
    }

    [Fact]
    public void What_no_features_can_be_computed_of_is_a_stranger()
    {
        FamiliarRange range = TinyModels.Of(TinyModels.Names.First()).Packed.Card.Familiar;
        Assert.True(range.IsStranger(double.NegativeInfinity));
    }

    [Theory]
    [InlineData("Digits")]
    [InlineData("SpeechEmotion")]
    public void Each_speaker_is_a_voice_that_a_background_has_not_heard(string study)
    {
        ResultTable voices = Tabulate(study).Tables.Single(own => own.Name == "voices");
        Dataset data = TinyModels.Set(voices.Rows[0][0]);
        Assert.Equal(data.Items.Select(item => item.Group).Distinct().Order(), voices.Rows.Select(row => row[1]).Order());
        Assert.All(voices.Rows, row => Assert.Equal(data.Items.Count(item => item.Group == row[1]), Whole(row[2])));
    }

    private static Row[] Rows(string study)
    {
        ResultTable table = Tabulate(study).Tables.Single(own => own.Name == "strangers");
        return
        [
            .. table.Rows.Select(row => new Row(
                row[0],
                row[1],
                Whole(row[3]),
                Whole(row[4]),
                Number(row[5]),
                Number(row[6]),
                Number(row[7])
            )),
        ];
    }

    // The tiny sets have few of the speakers.
    private static Measurement Tabulate(string study)
    {
        var whole = (StrangersExperiment)Studies.All.Single(own => own.Name == study).Experiment("Strangers", Profile.Quick);
        return TinyModels.Run.Tabulate(whole with { Voices = [.. whole.Voices.Where(IsThere)] });
    }

    private static bool IsThere(BackgroundTrial trial) =>
        TinyModels.Set(trial.Dataset.Id).Items.Any(item => item.Group == ((GroupLeftOut)trial.Protocol).Group);

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Row(string Model, string Data, int Items, int Refused, double Share, double Certainty, double AsItIs);
}
