using Research.Corpora;
using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Experiments.Digits;
using Research.Experiments.SpeechEmotion;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Tests;

/// <summary>Which published figures profile paper answers, by the settings of its experiments; nothing is trained.</summary>
public class AnsweredClaimsTests
{
    private static readonly Dataset German = SyntheticSpeechEmotion.Make(Datasets.EmoDb4.Id, 7, 3, 7);
    private static readonly Dataset Polish = SyntheticSpeechEmotion.Make(Datasets.Nemo1057.Id, 8, 3, 7);
    private static readonly FlawlessResults Results = new(
        SyntheticDigits.Make(Datasets.Fsdd.Id, 9, 8000, 3, [1, 3, 6], 6),
        SyntheticDigits.Make(Datasets.NtuaDigits.Id, 8, 16_000, 16, [1, 2, 3], 1),
        German,
        Polish
    );

    // Those of vowels and components hang on the recordings themselves: VowelsTests, PcaTests.
    [Fact]
    public void Every_published_figure_of_both_reports_that_a_training_answers_is_answered_once()
    {
        ClaimBook claims = DigitsStudy.Study.Claims;
        string[] seen = ["vowels", "pca"];
        string[] expected =
        [
            .. claims
                .All.Where(claim => !seen.Contains(claim.Experiment))
                .Select(claim => claim.Id)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(180 - 56 - 6, expected.Length);
        string[] answering =
        [
            "Classical",
            "Mlp",
            "SineToCosine",
            "GmmHmm",
            "GmmHmmGrid",
            "Lstm",
            "LstmGrid",
            "BiLstm",
            "Packing",
        ];
        Measurement[] measured =
        [
            .. answering.Select(name => Results.Tabulate(Small(DigitsStudy.Study.Experiment(name, Profile.Paper)))),
        ];
        string[] answered =
        [
            .. measured
                .SelectMany(own => Answers.Ids(own.Figures, claims))
                .Concat(measured.SelectMany(own => own.TimesAnswer).Select(claims.Find).OfType<Claim>().Select(claim => claim.Id))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(expected, answered);
    }

    [Theory]
    [InlineData("Classical", "digits-1-025", "digits-1-029", "digits-1-035", "digits-2-036", "digits-2-040")]
    [InlineData("SineToCosine", "digits-2-041", "digits-2-049")]
    [InlineData("GmmHmm", "digits-1-036", "digits-1-037")]
    [InlineData("GmmHmmGrid", "digits-2-050", "digits-2-070")]
    [InlineData("Lstm", "digits-1-038", "digits-1-040", "digits-2-071", "digits-2-110", "digits-2-117")]
    [InlineData("LstmGrid", "digits-2-111", "digits-2-116")]
    [InlineData("BiLstm", "digits-2-118")]
    public void An_experiment_answers_the_published_figures_that_its_text_names(string name, params string[] some)
    {
        Measurement measured = Results.Tabulate(Small(DigitsStudy.Study.Experiment(name, Profile.Paper)));
        string[] answered = Answers.Ids(measured.Figures, DigitsStudy.Study.Claims);
        Assert.All(some, id => Assert.Contains(id, answered));
        Assert.Equal((some[0], some[^1]), (answered[0], answered[^1]));
    }

    [Fact]
    public void Each_point_of_the_grid_answers_the_figure_of_its_own_settings()
    {
        Measurement measured = Results.Tabulate(Small(DigitsStudy.Study.Experiment("GmmHmmGrid", Profile.Paper)));
        (Figure Figure, Claim Claim)[] answers = Answers.In(measured.Figures, DigitsStudy.Study.Claims);
        Assert.Equal(21, answers.Length);
        foreach ((Figure figure, Claim claim) in answers.Where(own => own.Figure.Split == "validation"))
        {
            Assert.Equal($"{claim.Variant}, full", figure.Variant);
        }
    }

    [Fact]
    public void Every_marked_vowel_is_about_four_published_values_and_no_two_about_the_same()
    {
        ClaimBook claims = DigitsStudy.Study.Claims;
        string?[] ids =
        [
            .. from mark in PublishedVowels.All
            from quantity in VoiceTracks.Quantities
            select claims.Find(PublishedVowels.KeyOf(mark, quantity))?.Id,
        ];
        Assert.Equal(claims.All.Where(claim => claim.Experiment == "vowels").Select(claim => claim.Id), ids);
    }

    [Fact]
    public void Every_published_figure_of_the_study_of_emotions_is_answered_once()
    {
        ClaimBook claims = SpeechEmotionStudy.Study.Claims;
        IEnumerable<Figure> figures = SpeechEmotionStudy
            .Study.Experiments(Profile.Paper)
            .SelectMany(experiment => Results.Tabulate(Small(experiment)).Figures);
        Assert.Equal(claims.All.Select(claim => claim.Id).Order(StringComparer.Ordinal), Answers.Ids(figures, claims));
    }

    [Fact]
    public void What_stands_in_for_data_that_cannot_be_had_gets_no_verdict_of_agreement()
    {
        ClaimBook claims = SpeechEmotionStudy.Study.Claims;
        Measurement measured = Results.Tabulate(Small(SpeechEmotionStudy.Study.Experiment("AttentionBlstm", Profile.Paper)));
        Figure[] figures = [.. Answers.In(measured.Figures, claims).Select(own => own.Figure)];
        Assert.Equal(8, figures.Length);
        var summary = CsvTable.Parse(Summary.Of(figures, claims).ToCsv());
        foreach (IReadOnlyList<string> row in summary.Rows)
        {
            bool counted = summary.Cell(row, "metric") == "parameters";
            Assert.Equal(!counted, summary.Cell(row, "verdict") == "other data");
        }
    }

    // The settings as they are; only as many speakers and clips as these datasets have.
    private static Experiment Small(Experiment experiment) =>
        experiment switch
        {
            Packing packing => packing with { Network = packing.Network with { Hidden = 4 } },
            LocalAttention local => local with { SmallSet = 40, Speakers = Of(local.Speakers) },
            AttentionBlstm blstm => blstm with { PublishedTestPerClass = 3, Speakers = Of(blstm.Speakers) },
            _ => experiment,
        };

    private static SpeakerTrials Of(SpeakerTrials speakers) =>
        speakers with
        {
            Speakers = new[] { German, Polish }.ToDictionary(
                data => data.Id,
                data => (IReadOnlyList<string>)[.. data.Items.Select(item => item.Group).Distinct()]
            ),
        };
}
