using Research.Data.Datasets;
using Research.Features.Music;
using Research.Features.Spectral;

namespace Research.Experiments.GenreAffect;

/// <summary>A track as pictures: its mel bands and its pitch classes, every frame and the medians between beats.</summary>
internal sealed class FramePicture
{
    public const string MelTable = "mel";
    public const string ChromaTable = "chroma";
    public const string Picture = "picture";
    public const string From = "from";
    public const string To = "to";

    private static readonly string[] PitchClasses = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    private readonly (double From, double To)[] _frames;
    private readonly (double From, double To)[] _segments;

    public FramePicture(Item item, MusicFrames mel)
    {
        Item = item;
        MusicFrames chroma = mel with { Part = MusicPart.Chroma };
        Mel = mel.Of(item);
        Chroma = chroma.Of(item);
        MelBetweenBeats = (mel with { BeatSynchronous = true }).Of(item);
        ChromaBetweenBeats = (chroma with { BeatSynchronous = true }).Of(item);
        (OnsetEnvelope onsets, int[] beats) = mel.BeatsIn(item);
        double half = 0.5 * onsets.HopSamples / onsets.SampleRateHz;
        _frames = [.. Enumerable.Range(0, Mel.Rows).Select(t => (onsets.Seconds(t) - half, onsets.Seconds(t) + half))];
        int[] edges = [.. beats.Where(beat => beat > 0).Prepend(0).Append(Mel.Rows)];
        _segments = [.. edges.Zip(edges.Skip(1), (first, end) => (_frames[first].From, _frames[end - 1].To))];
    }

    public Item Item { get; }

    /// <summary>Shape [frames, bands]; decibels.</summary>
    public Matrix Mel { get; }

    /// <summary>Shape [segments, bands].</summary>
    public Matrix MelBetweenBeats { get; }

    /// <summary>Shape [frames, 12].</summary>
    public Matrix Chroma { get; }

    /// <summary>Shape [segments, 12].</summary>
    public Matrix ChromaBetweenBeats { get; }

    /// <summary>From the first frame's beginning to the last one's end.</summary>
    public double Seconds => _frames[^1].To - _frames[0].From;

    /// <summary>Mel bands, each named by the frequency at its middle: the whole numbers of decibels that a picture needs.</summary>
    public static ResultTable Mels(IReadOnlyList<FramePicture> pictures) =>
        Table(MelTable, [.. Hertz(pictures[0].Mel.Columns)], 0, pictures, own => own.Mel, own => own.MelBetweenBeats);

    public static ResultTable Chromas(IReadOnlyList<FramePicture> pictures) =>
        Table(ChromaTable, PitchClasses, 2, pictures, own => own.Chroma, own => own.ChromaBetweenBeats);

    private static IEnumerable<string> Hertz(int bands)
    {
        double top = MelFrequency.FromHertz(0.5 * GtzanSpecgrams.SampleRateHz, MelScale.Slaney);
        return Enumerable
            .Range(1, bands)
            .Select(band => FormattableString.Invariant($"{MelFrequency.ToHertz(top * band / (bands + 1), MelScale.Slaney):0}"));
    }

    private static ResultTable Table(
        string name,
        string[] bands,
        int decimals,
        IReadOnlyList<FramePicture> pictures,
        Func<FramePicture, Matrix> frames,
        Func<FramePicture, Matrix> segments
    )
    {
        var table = new ResultTable(
            name,
            [Column.Text(Picture), Column.Number(From, 4), Column.Number(To, 4), .. Column.Numbers(decimals, bands)]
        );
        foreach (FramePicture own in pictures)
        {
            Add(table, $"{own.Item.Id}", own._frames, frames(own));
            Add(table, $"{own.Item.Id}, between beats", own._segments, segments(own));
        }

        return table;
    }

    private static void Add(ResultTable table, string picture, (double From, double To)[] times, Matrix rows)
    {
        for (int t = 0; t < rows.Rows; t++)
        {
            table.Add([picture, times[t].From, times[t].To, .. rows.Row(t).ToArray().Cast<object?>()]);
        }
    }
}
