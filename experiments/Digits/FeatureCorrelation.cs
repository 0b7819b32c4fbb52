using Research.Features.Cepstral;
using Research.Features.Spectral;

namespace Research.Experiments.Digits;

/// <summary>Are MFCC less correlated with one another than the mel bands that they come from?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 step 4. Thirteen MFCC and thirteen mel band energies in decibels (MFSC: no cosine transform) of single utterances,
/// 25 ms every 10 ms; correlations over the frames. Neither report prints a number; each shows the matrices as pictures and concludes that MFCC are far less
/// correlated. The mean absolute correlation of different coefficients says how much.</para>
/// <para>digits-2 took the first 13 of 128 bands, so only what lies below 330 Hz; thirteen bands over the whole spectrum stand beside. Deviations: digits-1 does not say whose utterances it
/// looked at; those of speakers 1 and 2 are ours. Oracle: golden
/// correlation.json, 1e-4. Run: ./build.sh --target Digits.FeatureCorrelation --profile paper.</para>
/// </remarks>
internal sealed record FeatureCorrelation : Experiment, IStudyExperiment
{
    public override string Question => "Are MFCC less correlated with one another than the mel bands that they come from?";

    // Data
    /// <summary>Utterances of both reports: digit and speaker.</summary>
    public required IReadOnlyList<Utterance> Utterances { get; init; }

    public static int Order => 3;

    public static Experiment In(Profile profile) =>
        new FeatureCorrelation
        {
            Data = [profile.UsesRecordings() ? Datasets.NtuaDigits : Datasets.SyntheticCourse],
            Seeds = [],
            Utterances = profile.UsesRecordings()
                ?
                [
                    .. from digit in new[] { "7", "9" }
                    from speaker in new[] { "1", "2" }
                    select new Utterance(DigitSettings.First, digit, speaker, DigitSettings.Digits1Frames),
                    .. from digit in new[] { "8", "5" }
                    from speaker in new[] { "8", "13" }
                    select new Utterance(DigitSettings.Second, digit, speaker, DigitSettings.Reflected),
                ]
                :
                [
                    new(DigitSettings.First, "7", "s01", DigitSettings.Digits1Frames),
                    new(DigitSettings.First, "9", "s02", DigitSettings.Digits1Frames),
                    new(DigitSettings.Second, "8", "s08", DigitSettings.Reflected),
                    new(DigitSettings.Second, "5", "s13", DigitSettings.Reflected),
                ],
        };

    public override IReadOnlyList<Chart> Charts() => [.. new[] { Mfcc, FirstBands, WholeBands }.Select(ChartOf)];

    private int Coefficients => Utterances[0].Frames.Coefficients;

    private const string Mfcc = "mfcc";
    private const string FirstBands = "mfsc, first bands of 128";
    private const string WholeBands = "mfsc, bands over the whole spectrum";

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        var table = new ResultTable(
            "correlation",
            [
                .. Column.Texts("document", "utterance", "features", "coefficient"),
                .. Enumerable.Range(1, Coefficients).Select(k => Column.Number($"{k}", 4)),
            ]
        );
        var found = new List<(Utterance Utterance, string Features, double Mean)>();
        foreach (Utterance utterance in Utterances)
        {
            Waveform wave = data.Items.First(item => item.Label == utterance.Digit && item.Group == utterance.Speaker).Waveform;
            foreach ((string name, Matrix rows) in Kinds(wave, utterance.Frames))
            {
                Matrix correlations = Correlations.OfColumns(rows);
                Add(table, utterance, name, correlations);
                found.Add((utterance, name, Correlations.MeanOffDiagonal(correlations)));
            }
        }

        return new([.. Summarise(found)], [table]);
    }

    private IEnumerable<(string Name, Matrix Rows)> Kinds(Waveform wave, MfccFrames frames)
    {
        MfccSettings librosa = frames.Settings(wave.SampleRateHz);
        DecibelSettings decibels = librosa.Decibels;
        yield return (Mfcc, Research.Features.Cepstral.Mfcc.Of(wave, librosa));
        yield return (FirstBands, First(Decibels.OfMel(wave, librosa.Mel, decibels), frames.Coefficients));
        yield return (WholeBands, Decibels.OfMel(wave, librosa.Mel with { Bands = frames.Coefficients }, decibels));
    }

    private static Matrix First(Matrix rows, int columns) =>
        Matrix.OfRows([.. Enumerable.Range(0, rows.Rows).Select(t => rows.Row(t)[..columns].ToArray())]);

    private static void Add(ResultTable table, Utterance utterance, string features, Matrix correlations)
    {
        for (int row = 0; row < correlations.Rows; row++)
        {
            table.Add([
                utterance.Document,
                utterance.Name,
                features,
                $"{row + 1}",
                .. correlations.Row(row).ToArray().Cast<object?>(),
            ]);
        }
    }

    // One figure an utterance and kind of features, and one a kind over the utterances of a document.
    private static IEnumerable<Figure> Summarise(IReadOnlyList<(Utterance Utterance, string Features, double Mean)> found)
    {
        foreach (var group in found.GroupBy(item => (item.Utterance.Document, item.Features)))
        {
            yield return Of(
                $"{group.Key.Document}, all its utterances, {group.Key.Features}",
                [.. group.Select(item => item.Mean)]
            );
        }

        foreach ((Utterance utterance, string features, double mean) in found)
        {
            yield return Of($"{utterance.Document}, {utterance.Name}, {features}", [mean]);
        }

        static Figure Of(string variant, double[] runs) =>
            new()
            {
                Variant = variant,
                Split = "all",
                Metric = "mean_absolute_correlation",
                Runs = runs,
                RunsDifferBy = RunsDifferBy.Item,
            };
    }

    private static MatrixChart ChartOf(string features) =>
        new(
            "correlation",
            $"Correlations, {features}",
            "Correlation of each coefficient with each other over the frames of one utterance. Pale is none; the diagonal is 1."
        )
        {
            Where = new Dictionary<string, string> { ["features"] = features },
            Panels = "utterance",
            Row = new("coefficient", "coefficient"),
            ColumnTitle = "coefficient",
            Scale = MatrixScale.Correlation,
        };
}

/// <summary>One utterance that a document looks at.</summary>
internal sealed record Utterance(string Document, string Digit, string Speaker, MfccFrames Frames)
{
    public string Name => $"digit {Digit}, speaker {Speaker}";
}
