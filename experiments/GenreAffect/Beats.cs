using Research.Data.Datasets;
using Research.Evaluation.Rhythm;
using Research.Features.Music;
using Research.Results.Metrics;
using Research.Results.Metrics.Beats;

namespace Research.Experiments.GenreAffect;

/// <summary>Are the beats of real drummers found?</summary>
/// <remarks>
/// <para>420 performances of Groove MIDI that last ten seconds or longer, the first half minute of each, on our own drums; the metronome that the drummers heard is the truth. F-measure (70 ms), CMLt and AMLt in
/// mir_eval's definitions, which leave out the first five seconds. librosa's tracker, ours as it was chosen on generated music, ours as it was chosen on the train part of these drummers, and the last one told the
/// tempo: what is missing there is the place of the beats, what it gains is the tempo.</para>
/// <para>The study published nothing of it. For orientation: on recordings of whole bands (GTZAN) a network that was trained on many sets of recordings, "Beat this!" (Foscarin, Schlüter and Widmer, 2024, ISMIR, arXiv 2407.21658,
/// table 2), reaches an F-measure of .891 ± .003; the figure stands as others quote that table. Those are other data: no comparison is meant. Of librosa's and madmom's trackers no figure by these definitions was found. In profile
/// quick: a fifth of the generated pieces, every beat counted. Run:
/// ./build.sh --target GenreAffect.Beats --profile paper.</para>
/// </remarks>
internal sealed record Beats : Experiment, IStudyExperiment
{
    public override string Question => "Are the beats of real drummers found?";

    // Features
    /// <summary>The last but one is the one whose performances are listed.</summary>
    public required IReadOnlyList<TrackedBeats> Trackers { get; init; }

    // Measurement
    public required BeatMetricSettings Counted { get; init; }

    public static int Order => 40;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        var framing = MusicFraming.At(GtzanSpecgrams.SampleRateHz);
        var librosa = new TrackedBeats
        {
            Data = paper ? Datasets.GrooveMidi : Datasets.SyntheticMusic,
            Tracker = "librosa's settings",
            Settings = BeatSettings.Librosa(framing),
            KnowsTempo = false,
            Chosen = new() { LeastSeconds = paper ? 10 : 0, OneOf = paper ? 1 : 2 },
            Played = new()
            {
                SampleRateHz = framing.SampleRateHz,
                LongestSeconds = 30,
                TailSeconds = 1,
            },
        };
        TrackedBeats drums = librosa with { Tracker = "ours for drums", Settings = BeatSettings.Drums(framing) };
        return new Beats
        {
            Data = [librosa.Data],
            Seeds = [],
            Trackers =
            [
                librosa,
                librosa with
                {
                    Tracker = "ours for music",
                    Settings = BeatSettings.Music(framing),
                },
                drums,
                drums with
                {
                    Tracker = "ours for drums, true tempo",
                    KnowsTempo = true,
                },
            ],
            Counted = paper ? BeatMetricSettings.MirEval : BeatMetricSettings.WholePiece,
        };
    }

    public override IReadOnlyList<FeatureSet> Features => Trackers;

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart(
                BeatTables.Scores,
                "Beats within 70 ms",
                "Mean F-measure over all performances, with its 95 % interval over performances."
            )
            {
                Where = new Dictionary<string, string> { ["split"] = BeatTables.AllParts },
                Labels = ["variant"],
                Value = new(MetricName.FMeasure, "F-measure"),
                Low = $"{MetricName.FMeasure}_low_items",
                High = $"{MetricName.FMeasure}_high_items",
            },
            new ScatterChart(
                BeatTables.Performances,
                "Tracked and true tempo",
                "One point a performance; those off the diagonal were tracked at another level of the metre."
            )
            {
                X = new(BeatScores.Tempo, "true tempo, beats a minute"),
                Y = new("tracked_tempo", "tracked tempo, beats a minute"),
                Colour = new("level", "multiple"),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        BeatRun[] runs =
        [
            .. Trackers.Select(tracker =>
                BeatRun.Of(tracker, data, inputs.Read(tracker), tracker.Played.LongestSeconds, Counted)
            ),
        ];
        return new(
            [.. runs.SelectMany(FiguresOf)],
            [BeatTables.OfTrackers(runs), BeatTables.OfLevels(runs), BeatTables.OfStyles(runs), BeatTables.Each(runs[^2])]
        );
    }

    private static IEnumerable<Figure> FiguresOf(BeatRun run)
    {
        foreach ((string name, Subset? subset) in BeatTables.Parts(run))
        {
            BeatMetrics mean = BeatScores.Mean([.. run.Of(subset).Select(own => own.Scores)]);
            yield return Of(run.Tracker, name, MetricName.FMeasure, mean.FMeasure);
            yield return Of(run.Tracker, name, MetricName.CorrectLevelTotal, mean.CorrectLevelTotal);
            yield return Of(run.Tracker, name, MetricName.AnyLevelTotal, mean.AnyLevelTotal);
        }
    }

    private static Figure Of(string tracker, string part, string metric, double value) =>
        new()
        {
            Variant = tracker,
            Split = part,
            Metric = metric,
            Runs = [value],
        };
}
