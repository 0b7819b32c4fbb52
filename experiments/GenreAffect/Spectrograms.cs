using Research.Data.Datasets;
using Research.Features.Music;
using Research.Features.Spectral;

namespace Research.Experiments.GenreAffect;

/// <summary>What do mel bands and pitch classes of two tracks look like, and how many frames are left between beats?</summary>
/// <remarks>
/// <para>Follows: steps 1 to 3 (claims genre-affect-001 to 004): mel bands and pitch classes of two tracks of different genres, every frame and the median between beats.</para>
/// <para>Deviations: GTZAN's spectrograms of five seconds stand in for the report's clips of thirty, so 57 frames 87 ms apart for 1,291 that lie 23 ms apart. How many frames the report's clips have follows from a
/// length, and is counted: FMA's own code (mdeff/fma, utils.py) gives 1,321,967 samples at 44.1 kHz for a clip, and says that not all are alike. Run: ./build.sh --target GenreAffect.Spectrograms
/// --profile paper.</para>
/// </remarks>
internal sealed record Spectrograms : Experiment, IStudyExperiment
{
    public override string Question =>
        "What do mel bands and pitch classes of two tracks look like, and how many frames are left between beats?";

    // Data
    public required IReadOnlyList<ReportedTrack> Tracks { get; init; }

    /// <summary>Of a clip of the Free Music Archive, as its authors' code has it, at half the rate.</summary>
    public required int ClipSamples { get; init; }

    // Features
    public required MusicFrames Mel { get; init; }

    public static int Order => 5;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        (string blues, string other) = paper ? ("blues.00000", "disco.00000") : ("blues_000", "disco_000");
        return new Spectrograms
        {
            Data = [paper ? Datasets.GtzanSpecgrams : Datasets.SyntheticMusic],
            Seeds = [],
            Tracks = [new(blues, "track 123947 (Blues)"), new(other, "track 14780 (Electronic)")],
            ClipSamples = (1_321_967 + 1) / 2,
            Mel = GenreSettings.Mel(paper ? 128 : 32) with { Levelled = false },
        };
    }

    /// <summary>Those of the networks: see <see cref="Lstm"/>.</summary>
    public override IReadOnlyList<FeatureSet> Features =>
        [(Mel with { Levelled = true }).On(Data[0]), (Mel with { Levelled = true, BeatSynchronous = true }).On(Data[0])];

    public override IReadOnlyList<Chart> Charts() =>
        [
            Map(
                FramePicture.MelTable,
                "Mel bands",
                "Every frame, and the median between beats, which keeps what changes from beat to beat."
            ) with
            {
                BandTitle = "frequency, Hz (mel)",
                ValueTitle = "level, dB",
            },
            Map(FramePicture.ChromaTable, "Pitch classes", "Chords stand as rows; between beats they stand clearer."),
            new BarChart(
                "counts",
                "Frames between beats",
                "Mean number of medians between beats that are left of a track, by genre."
            )
            {
                Labels = ["genre"],
                Value = new(FrameCounts.BetweenBeats, "frames"),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        FramePicture[] pictures =
        [
            .. Tracks.Select(track => new FramePicture(data.Items.First(item => item.Id == track.Item), Mel)),
        ];
        return new(
            [.. Tracks.Zip(pictures, FiguresOf).SelectMany(figures => figures)],
            [
                FrameCounts.OfTracks(pictures),
                FrameCounts.OfGenres(data, inputs.Read(Features[0]), inputs.Read(Features[1])),
                FramePicture.Mels(pictures),
                FramePicture.Chromas(pictures),
            ]
        );
    }

    private static FrameMapChart Map(string table, string title, string says) =>
        new(table, title, says + " Dark is strong.")
        {
            Panels = FramePicture.Picture,
            From = FramePicture.From,
            To = FramePicture.To,
            BandTitle = "pitch class",
            ValueTitle = "share of the strongest",
        };

    private IEnumerable<Figure> FiguresOf(ReportedTrack track, FramePicture picture)
    {
        yield return Frames($"a clip of {ClipSamples} samples, mel, for {track.Claimed}", ClipFrames()) with
        {
            Answers = track.About("spectrograms", "mel 128"),
        };
        yield return Frames($"{picture.Item.Id}, mel", picture.Mel.Rows);
        yield return Frames($"{picture.Item.Id}, mel, beat-synced", picture.MelBetweenBeats.Rows) with
        {
            Answers = track.About("beat-sync", "mel 128, beat-synced"),
            OnOtherData = true,
        };
    }

    // What a clip sounds like does not matter to its number of frames.
    private int ClipFrames() =>
        MelSpectrogram
            .Of(
                new Waveform(new double[ClipSamples], GtzanSpecgrams.SampleRateHz),
                MusicFraming.Mel(MusicFraming.At(GtzanSpecgrams.SampleRateHz))
            )
            .Rows;

    private static Figure Frames(FormattableString variant, int count) =>
        Figure.Number(FormattableString.Invariant(variant), "", "frames", count);
}

/// <summary>A track of the report, and the item that stands in for it.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Claimed">As the claims name the track.</param>
internal sealed record ReportedTrack(string Item, string Claimed)
{
    /// <summary>What the report says of its number of frames.</summary>
    public ClaimKey About(string experiment, string frames) =>
        new()
        {
            Document = GenreRuns.Document,
            Experiment = experiment,
            Dataset = "fma-genre",
            Model = frames,
            Variant = Claimed,
            Quantity = "frames",
        };
}
