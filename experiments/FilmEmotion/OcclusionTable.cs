using Research.Features.Images;
using Research.Features.Spectral;

namespace Research.Experiments.FilmEmotion;

/// <summary>occlusion.csv: how much less sure a network is of its answer when a square of the picture is hidden, in seconds and hertz; and heard.csv, the pictures themselves.</summary>
internal static class OcclusionTable
{
    private const string Clip = "clip";
    private const string From = "from_s";
    private const string To = "to_s";
    private const string Occlusion = "occlusion";
    private const string HeardTable = "heard";
    private const int HeardBands = 4; // of the picture, in one of the table
    private const int HeardFrames = 4;

    public static IReadOnlyList<Chart> Charts() =>
        [
            Map(
                HeardTable,
                "Four clips as the networks see them",
                "Of each class the test clip that the whole SqueezeNet is surest of; decibels below the loudest, in 256 steps. Dark is loud.",
                "level, 0 to 255"
            ),
            Map(
                Occlusion,
                "What the network looks at",
                "A square of the picture is hidden; the colour is how much the probability of the right class falls. Dark is what the answer hangs on; where hiding makes it surer, the value is below 0.",
                "fall of the probability"
            ),
        ];

    /// <param name="looked">What was measured.</param>
    /// <param name="levels">Pictures of the items by name.</param>
    public static IEnumerable<ResultTable> Of(OcclusionTrial trial, TrialResult looked, Func<string, Matrix> levels)
    {
        SpectrogramPictureSettings picture = SpectrogramPictureSettings.Film;
        int places = trial.Places;
        double[] centres =
        [
            .. Enumerable
                .Range(0, places)
                .Select(k => 1 - ((((places - 1 - k) * trial.Step) + (0.5 * trial.Square)) / trial.Trained.Side)),
        ];
        ResultTable drops = New(Occlusion, [.. centres.Select(share => Hertz(picture.Mel, share))], 4);
        ResultTable heard = New(
            HeardTable,
            [
                .. Enumerable
                    .Range(0, picture.Mel.Bands / HeardBands)
                    .Select(k => Hertz(picture.Mel, (k + 0.5) * HeardBands / picture.Mel.Bands)),
            ],
            0
        );
        foreach ((string item, double[] own) in OcclusionTrial.Of(looked))
        {
            Matrix shown = levels(item);
            double seconds = (double)shown.Rows * picture.Mel.Stft.HopSamples / picture.SampleRateHz;
            for (int x = 0; x < places; x++)
            {
                double centre = ((x * trial.Step) + (0.5 * trial.Square)) / trial.Trained.Side * seconds;
                double half = 0.5 * trial.Step / trial.Trained.Side * seconds;
                drops.Add([
                    item,
                    centre - half,
                    centre + half,
                    .. Enumerable.Range(0, places).Select(k => (object?)own[((places - 1 - k) * places) + x]),
                ]);
            }

            AddHeard(heard, item, shown, seconds);
        }

        return [heard, drops];
    }

    private static void AddHeard(ResultTable table, string item, Matrix levels, double seconds)
    {
        for (int t = 0; t + HeardFrames <= levels.Rows; t += HeardFrames)
        {
            IEnumerable<object?> bands = Enumerable
                .Range(0, levels.Columns / HeardBands)
                .Select(k => (object?)OrderedSum.Mean([.. Block(levels, t, k * HeardBands)]));
            table.Add([item, t * seconds / levels.Rows, (t + HeardFrames) * seconds / levels.Rows, .. bands]);
        }
    }

    private static IEnumerable<double> Block(Matrix levels, int frame, int band) =>
        from t in Enumerable.Range(frame, HeardFrames)
        from b in Enumerable.Range(band, HeardBands)
        select levels[t, b];

    private static ResultTable New(string name, double[] hertz, int decimals) =>
        new(
            name,
            [
                Column.Text(Clip),
                .. Column.Numbers(3, From, To),
                .. hertz.Select(centre => Column.Number(FormattableString.Invariant($"{centre:0} Hz"), decimals)),
            ]
        );

    // Of a height in the picture, from 0 at its bottom to 1.
    private static double Hertz(MelSettings mel, double share)
    {
        double low = MelFrequency.FromHertz(mel.LowestHz, mel.Scale);
        double high = MelFrequency.FromHertz(mel.HighestHz, mel.Scale);
        return MelFrequency.ToHertz(low + (share * (high - low)), mel.Scale);
    }

    private static FrameMapChart Map(string table, string title, string says, string value) =>
        new(table, title, says)
        {
            Panels = Clip,
            From = From,
            To = To,
            BandTitle = "frequency",
            ValueTitle = value,
        };
}
