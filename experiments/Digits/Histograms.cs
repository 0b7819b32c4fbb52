namespace Research.Experiments.Digits;

/// <summary>Do the first two MFCC alone tell two digits apart?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 step 4. Histograms of the first two coefficients (librosa's zeroth, which is level, and its first) over all
/// frames of two digits, for each speaker and for all: digits-1 looks at 7 and 9 in eight bins, digits-2 at 8 and 5. Neither prints a number; the pictures
/// are here, and the overlap of two histograms (1: the same, 0: nothing shared) says what the reports read off theirs.</para>
/// <para>Deviations: both digits of a document share their bins, so that they can be laid over each other.
/// Run: ./build.sh --target Digits.Histograms --profile paper.</para>
/// </remarks>
internal sealed record Histograms : Experiment, IStudyExperiment
{
    private const string All = "all";

    public override string Question => "Do the first two MFCC alone tell two digits apart?";

    // Data
    /// <summary>Two digits of each document.</summary>
    public required IReadOnlyList<DigitPair> Pairs { get; init; }

    // Features
    public required int Bins { get; init; }

    public static int Order => 2;

    public static Experiment In(Profile profile) =>
        new Histograms
        {
            Data = [profile.UsesRecordings() ? Datasets.NtuaDigits : Datasets.SyntheticCourse],
            Seeds = [],
            Pairs =
            [
                new(DigitSettings.First, "7", "9", DigitSettings.Digits1Frames),
                new(DigitSettings.Second, "8", "5", DigitSettings.Reflected),
            ],
            Bins = 8,
        };

    public override IReadOnlyList<FeatureSet> Features => [.. Pairs.Select(pair => pair.Frames.On(Data[0]))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            .. Pairs.SelectMany(pair => new[] { 1, 2 }.Select(coefficient => ChartOf(pair, coefficient))),
            .. new[] { 1, 2 }.Select(coefficient => SpeakersOf(Pairs[0], coefficient)),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        ResultTable table = Histogram.NewTable();
        var figures = new List<Figure>();
        foreach (DigitPair pair in Pairs)
        {
            Matrix[] frames = inputs.Read(pair.Frames.On(Data[0]));
            for (int coefficient = 0; coefficient < 2; coefficient++)
            {
                figures.AddRange(Compare(data, frames, pair, coefficient, table));
            }
        }

        return new(figures, [table]);
    }

    private IEnumerable<Figure> Compare(Dataset data, Matrix[] frames, DigitPair pair, int coefficient, ResultTable table)
    {
        string[] speakers = [.. data.Items.Select(item => item.Group).Distinct().Order(StringComparer.Ordinal)];
        double[] both =
        [
            .. Values(data, frames, pair.First, null, coefficient),
            .. Values(data, frames, pair.Second, null, coefficient),
        ];
        (double low, double high) = (both.Min(), both.Max());
        bool Says(string digit, string speaker) => data.Items.Any(item => item.Label == digit && item.Group == speaker); // one eight is missing
        Histogram Of(string digit, string? speaker) =>
            Histogram.Of(Values(data, frames, digit, speaker, coefficient), low, high, Bins);
        foreach (string digit in new[] { pair.First, pair.Second })
        {
            Of(digit, null).AddTo(table, pair.Document, digit, All, coefficient + 1);
            foreach (string speaker in speakers.Where(speaker => Says(digit, speaker)))
            {
                Of(digit, speaker).AddTo(table, pair.Document, digit, speaker, coefficient + 1);
            }
        }

        string variant = $"{pair.Document}, mfcc {coefficient + 1}";
        yield return Overlap($"{variant}, {pair.First} and {pair.Second}", [Of(pair.First, null).Overlap(Of(pair.Second, null))]);
        yield return Overlap(
            $"{variant}, {pair.First} of one speaker and of all",
            [
                .. speakers
                    .Where(speaker => Says(pair.First, speaker))
                    .Select(speaker => Of(pair.First, speaker).Overlap(Of(pair.First, null))),
            ]
        );
    }

    private static Figure Overlap(string variant, double[] runs) =>
        new()
        {
            Variant = variant,
            Split = All,
            Metric = "overlap",
            Runs = runs,
            RunsDifferBy = RunsDifferBy.Item,
        };

    private static double[] Values(Dataset data, Matrix[] frames, string digit, string? speaker, int coefficient) =>
        [
            .. Enumerable
                .Range(0, frames.Length)
                .Where(i => data.Items[i].Label == digit && (speaker is null || data.Items[i].Group == speaker))
                .SelectMany(i => frames[i].Column(coefficient)),
        ];

    // digits-1 shows every speaker too.
    private static HistogramChart SpeakersOf(DigitPair pair, int coefficient)
    {
        HistogramChart chart = ChartOf(pair, coefficient);
        return chart with
        {
            Title = chart.Title + ", speaker",
            Says = "The same, speaker by speaker: speakers differ from one another as much as the digits do.",
            Where = chart.Where.Where(filter => filter.Key != "speaker").ToDictionary(),
            Panels = "speaker",
        };
    }

    private static HistogramChart ChartOf(DigitPair pair, int coefficient) =>
        new(
            "histogram",
            FormattableString.Invariant($"MFCC {coefficient} of {pair.First} and {pair.Second} ({pair.Document})"),
            "Share of all frames in each bin, all speakers together. Where the two cover each other, this coefficient alone cannot tell the digits apart."
        )
        {
            Where = new Dictionary<string, string>
            {
                ["document"] = pair.Document,
                ["speaker"] = All,
                ["coefficient"] = FormattableString.Invariant($"{coefficient}"),
            },
            Low = "low",
            High = "high",
            XTitle = FormattableString.Invariant($"MFCC {coefficient}"),
            Height = new("share", "share of frames"),
            Series = "digit",
        };
}

/// <summary>The two digits that a document looks at, and its frames.</summary>
internal sealed record DigitPair(string Document, string First, string Second, MfccFrames Frames);
