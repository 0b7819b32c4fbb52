using Research.Data;
using Research.Data.Datasets;
using Research.Experiments.Digits;
using Research.Features.Voice;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Experiments.Tests.Digits;

public class VowelsTests
{
    // Both reports' figures, on the recordings that they were read from.
    [Fact]
    public void Most_published_pitches_and_formants_come_out_and_every_one_is_answered()
    {
        Measurement measured = OnRecordings();
        ClaimBook claims = DigitsStudy.Study.Claims;
        (Figure Figure, Claim Claim)[] answers = Answers.In(measured.Figures, claims);
        Assert.Equal(24 + 32, answers.Length);
        Assert.Equal(24 + 32, answers.Select(own => own.Claim).Distinct().Count());
        Assert.All(answers, own => Assert.Equal(own.Figure.Metric, own.Claim.Quantity));
        Assert.All(answers, own => Assert.Equal(own.Figure.Class, own.Claim.Class));
        int reproduced = answers.Count(own => Verdicts.Of(own.Figure, own.Claim.Value) == Verdict.Reproduced);
        Assert.InRange(reproduced, 50, 56);
    }

    // No person marks these: the code must find one, two, three in both recordings, and near what the reports have.
    [Fact]
    public void The_code_finds_the_vowels_of_both_speakers_by_itself()
    {
        ResultTable found = OnRecordings().Tables.Single(table => table.Name == "found");
        Assert.Equal(8, found.Rows.Count);
        Assert.Equal(["u (one)", "a", "u (two)", "i"], found.Rows.Take(4).Select(row => row[2]));
        double[] pitch = [.. found.Rows.Select(row => double.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.All(pitch[..4], hertz => Assert.InRange(hertz, 125, 140)); // the man
        Assert.All(pitch[4..], hertz => Assert.InRange(hertz, 172, 192)); // the woman
    }

    [Fact]
    public void On_synthetic_speech_the_measured_pitch_is_the_true_one()
    {
        var experiment = (Vowels)DigitsStudy.Study.Experiment("Vowels", Profile.Quick);
        ResultTable truth = TinyRun.Measure(experiment, TinyRun.Course).Tables.Single(table => table.Name == "truth");
        double[] errors =
        [
            .. truth
                .Rows.Where(row => row[2] == "mean_pitch" && row[5].Length > 0)
                .Select(row => Math.Abs(double.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture)))
                .Order(),
        ];
        Assert.InRange(errors[errors.Length / 2], 0, 0.01);
    }

    [Fact]
    public void The_longest_voiced_stretches_are_found_in_order_of_time_and_cut_to_their_loud_part()
    {
        double[] hertz =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(t => t is (>= 5 and < 20) or (>= 25 and < 28) or (>= 40 and < 52) ? 100 : double.NaN),
        ];
        double[] intensity = [.. Enumerable.Range(0, 60).Select(t => t is >= 8 and < 18 or >= 41 and < 50 ? 0.8 : 0.1)];
        var pitch = new PitchTrack(new FrameTimes(60, 0.005, 0.01), hertz, new double[60], intensity);
        IReadOnlyList<(double From, double To)> found = VowelFinder.Stretches(pitch, 2);
        Assert.Equal(2, found.Count);
        Assert.Equal((0.08, 0.18), (Math.Round(found[0].From, 6), Math.Round(found[0].To, 6)));
        Assert.Equal((0.41, 0.50), (Math.Round(found[1].From, 6), Math.Round(found[1].To, 6)));
    }

    private static Measurement OnRecordings()
    {
        string folder = RealData.Folder("ntua-phrases");
        var data = new Dataset("ntua-phrases", "1", "", Synthetic: false, NtuaPhrases.Read(folder));
        return TinyRun.Measure(DigitsStudy.Study.Experiment("Vowels", Profile.Paper), data);
    }
}
