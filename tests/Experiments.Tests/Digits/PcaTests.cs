using System.Text.Json;
using Research.Data;
using Research.Data.Datasets;
using Research.Experiments.Digits;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Tests;

namespace Research.Experiments.Tests.Digits;

public class PcaTests
{
    // Oracle: scikit-learn's PCA on librosa's vectors, golden pca_digits.json; both printed results, and the corrected ones.
    [Fact]
    public void Both_printed_results_and_the_corrected_ones_are_the_oracles()
    {
        IReadOnlyList<Figure> figures = OnRecordings().Figures;
        JsonElement golden = Golden.Json("pca_digits.json");
        Check("digits-1 as published", golden.GetProperty("d1-26"), "raw");
        Check("digits-2 as published", golden.GetProperty("d2-78"), "raw");
        Check("corrected", golden.GetProperty("time-78"), "raw");
        Check("corrected, standardised", golden.GetProperty("time-78"), "std");

        void Check(string variant, JsonElement expected, string kind)
        {
            double[] ratios = expected.GetProperty(kind).Numbers();
            for (int k = 0; k < 3; k++)
            {
                double ours = figures.Single(f => f.Variant == $"{variant}, component {k + 1}").Mean;
                Assert.Equal(ratios[k], ours, 2e-6);
            }

            Assert.Equal(
                expected.Number($"n95_{kind}"),
                figures.Single(f => f.Variant == $"{variant}, 95 % of the variance").Mean
            );
        }
    }

    [Fact]
    public void All_six_published_figures_are_reproduced()
    {
        ClaimBook claims = DigitsStudy.Study.Claims;
        (Figure Figure, Claim Claim)[] answers = Answers.In(OnRecordings().Figures, claims);
        Assert.Equal(6, answers.Length);
        Assert.All(answers, own => Assert.Equal(Verdict.Reproduced, Verdicts.Of(own.Figure, own.Claim.Value)));
    }

    [Fact]
    public void Shares_fall_and_add_up_to_one()
    {
        var experiment = (Pca)DigitsStudy.Study.Experiment("Pca", Profile.Quick);
        var components = TinyRun.Measure(experiment, TinyRun.Course).Tables.Single(table => table.Name == "components");
        foreach (var rows in components.Rows.GroupBy(row => row[0]))
        {
            double[] ratios = [.. rows.Select(row => double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture))];
            Assert.Equal(ratios.OrderDescending(), ratios);
            Assert.Equal("1.000000", rows.Last()[3]);
        }
    }

    private static Measurement OnRecordings()
    {
        var data = new Dataset("ntua-digits", "1", "", Synthetic: false, NtuaDigits.Read(RealData.Folder("ntua-digits")));
        return TinyRun.Measure(DigitsStudy.Study.Experiment("Pca", Profile.Paper), data);
    }
}
