using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Beats by dynamic programming: onset strength, one tempo, and the path of most strength at the most even distances.</summary>
/// <remarks>
/// <para><see cref="OnsetStrength"/>, <see cref="Tempo"/>, <see cref="BeatScore"/>, <see cref="BeatPath"/>; <see cref="TempoLevels"/> where the settings say so. Source: Ellis (2007), J. New Music Research 36(1),
/// 51-60.</para>
/// <para>A recording without onsets has no beats and tempo 0. Oracle: librosa.beat.beat_track 0.10.2, the same frames, of <see cref="BeatSettings.Librosa"/>
/// (golden beat_track.json, music.json).</para>
/// </remarks>
public static class Beats
{
    private const double SecondsAMinute = 60;

    /// <summary>The beats of a recording.</summary>
    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">A sample is not finite, or the recording is shorter than one beat.</exception>
    public static BeatTrack Of(ISamples samples, BeatSettings settings)
    {
        settings.Check();
        return In(OnsetStrength.Of(samples, settings.Onset), settings);
    }

    /// <summary>The beats of an onset strength that is there already.</summary>
    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">The curve is empty, has a value that is negative or not finite, or is shorter than one beat.</exception>
    public static BeatTrack In(OnsetEnvelope onset, BeatSettings settings)
    {
        settings.Check();
        onset.Check();
        if (settings.Tempo.HighestTempo is { } highest)
        {
            CheckLength(onset, settings.KnownTempo ?? highest);
        }

        double tempo = settings.KnownTempo ?? Tempo.Of(onset, settings.Tempo);
        if (!onset.HasOnsets)
        {
            return new(0, [], []);
        }

        BeatCandidate tracked = Candidate(onset, tempo, settings);
        BeatCandidate best =
            settings.Level == TempoLevel.Tracked && settings.KnownTempo is null
                ? TempoLevels.Best(onset, tracked, settings.Tempo, other => Candidate(onset, other, settings))
                : tracked;
        int[] beats = settings.Trim == BeatTrim.Weak ? BeatScore.Trimmed(best.Score, best.Path) : best.Path;
        int[] heard = [.. beats.Select(beat => beat - settings.DelayFrames).Where(beat => beat >= 0)];
        return new(best.BeatsAMinute, heard, [.. heard.Select(onset.Seconds)]);
    }

    private static BeatCandidate Candidate(OnsetEnvelope onset, double tempo, BeatSettings settings)
    {
        int period = CheckLength(onset, tempo);
        double[] score = BeatScore.Of(onset.Values, period);
        return new(tempo, score, BeatPath.Of(score, period, settings.Tightness, settings.Ends));
    }

    /// <returns>Frames a beat.</returns>
    private static int CheckLength(OnsetEnvelope onset, double tempo)
    {
        double frames = Math.Round(SecondsAMinute * onset.SampleRateHz / onset.HopSamples / tempo, MidpointRounding.ToEven);
        if (frames < 1)
        {
            throw new ResearchException(
                FormattableString.Invariant($"At {tempo} beats a minute a beat is shorter than a frame; use a shorter hop.")
            );
        }

        if (onset.Values.Length <= frames)
        {
            double seconds = (double)onset.Values.Length * onset.HopSamples / onset.SampleRateHz;
            throw new ResearchException(
                FormattableString.Invariant(
                    $"The recording has {onset.Values.Length} frames ({seconds:0.###} s), and one beat has {frames} at {tempo:0.#} beats a minute: a recording longer than one beat is needed."
                )
            );
        }

        return (int)frames;
    }
}

internal sealed class NamedBeats : NamedFeature<BeatSettings>
{
    private static readonly string[] Headings = [Seconds, "onset", "tempo"];

    public override string Name => "beats";

    public override string Description =>
        "Beats by dynamic programming (Ellis, 2007), one row a beat: time, onset strength there, tempo of the recording.";

    public override string ExampleOptions => "--known-tempo 96 --tightness 200";

    public override Framing UsualFraming(int sampleRateHz) => MusicFraming.At(sampleRateHz);

    public override string Heading(int column, int columns) => Headings[column];

    protected override BeatSettings Defaults(Framing framing) => BeatSettings.Librosa(framing);

    protected override void Compute(ISamples samples, BeatSettings settings, FeatureRows receive)
    {
        settings.Check();
        OnsetEnvelope onset = OnsetStrength.Of(samples, settings.Onset);
        BeatTrack track = Beats.In(onset, settings);
        var rows = new Matrix(track.Frames.Length, Headings.Length);
        for (int i = 0; i < rows.Rows; i++)
        {
            (rows[i, 0], rows[i, 1], rows[i, 2]) = (track.Seconds[i], onset.Values[track.Frames[i]], track.BeatsAMinute);
        }

        receive(rows);
    }
}
