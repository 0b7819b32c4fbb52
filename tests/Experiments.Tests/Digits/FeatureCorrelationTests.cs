using System.Text.Json;
using Research.Data;
using Research.Data.Datasets;
using Research.Experiments.Digits;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Tests;

namespace Research.Experiments.Tests.Digits;

public class FeatureCorrelationTests
{
    private static readonly string[] Words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    // Oracle: numpy on librosa's features, golden correlation.json.
    [Fact]
    public void Mean_correlations_of_both_reports_utterances_are_the_oracles()
    {
        var data = new Dataset("ntua-digits", "1", "", Synthetic: false, NtuaDigits.Read(RealData.Folder("ntua-digits")));
        var experiment = (FeatureCorrelation)DigitsStudy.Study.Experiment("FeatureCorrelation", Profile.Paper);
        IReadOnlyList<Figure> figures = TinyRun.Measure(experiment, data).Figures;
        JsonElement golden = Golden.Json("correlation.json");
        foreach (Utterance utterance in experiment.Utterances)
        {
            string name =
                Words[int.Parse(utterance.Digit, System.Globalization.CultureInfo.InvariantCulture)] + utterance.Speaker;
            JsonElement expected = golden
                .GetProperty(name)
                .GetProperty(utterance.Document == "digits-1" ? "2048w400/160" : "400/160");
            Assert.Equal(expected.Number("mfcc13"), Of("mfcc"), 1e-4);
            Assert.Equal(expected.Number("mfsc_first13of128"), Of("mfsc, first bands of 128"), 1e-4);
            Assert.Equal(expected.Number("mfsc_13mels_db"), Of("mfsc, bands over the whole spectrum"), 1e-4);

            double Of(string features) =>
                figures.Single(figure => figure.Variant == $"{utterance.Document}, {utterance.Name}, {features}").Mean;
        }
    }

    [Fact]
    public void Correlations_are_one_with_itself_the_same_both_ways_and_zero_with_a_constant()
    {
        Matrix rows = Matrix.OfRows([
            [1, 2, 5],
            [2, 4.5, 5],
            [3, 5, 5],
            [4, 9, 5],
        ]);
        Matrix correlations = Correlations.OfColumns(rows);
        Assert.Equal(1, correlations[0, 0], 1e-12);
        Assert.Equal(correlations[0, 1], correlations[1, 0]);
        Assert.Equal(0.9579, correlations[0, 1], 1e-4); // numpy.corrcoef
        Assert.Equal(0, correlations[0, 2]);
        Assert.Equal((2 * correlations[0, 1]) / 6, Correlations.MeanOffDiagonal(correlations), 1e-12);
    }
}
