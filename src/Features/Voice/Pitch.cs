using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>Fundamental frequency of a voice by autocorrelation.</summary>
/// <remarks>
/// <para>Each frame of three longest periods, under a Hann window, is correlated with itself; the correlation is divided by the window's own;
/// its highest peaks are the candidates, and the cheapest path through the candidates of all frames is the pitch.
/// Source: Boersma (1993), IFA Proceedings 17, 97-110; the defaults are Praat's 'To Pitch (ac)'.</para>
/// <para>Oracle: Praat 6.3.07, every frame of ten recordings within 1e-3 Hz, means of 60 more within 1e-6 (golden
/// praat_pitch_formants.json, praat_tracks.json, praat_means.json). Silence is unvoiced throughout.</para>
/// </remarks>
public static class Pitch
{
    /// <summary>One pitch a frame.</summary>
    /// <exception cref="ResearchException">The signal is shorter than three periods of the floor.</exception>
    public static PitchTrack Of(ISamples samples, PitchSettings settings)
    {
        var analysis = new PitchAnalysis(samples, settings);
        FrameTimes times = analysis.Times;
        PitchFrame[] frames = analysis.AllFrames();
        double ceilingHz = Math.Min(settings.CeilingHz, 0.5 * samples.SampleRateHz);
        int[] path = PitchPath.Of(frames, settings, ceilingHz, times.StepSeconds);
        PitchCandidate[] chosen = [.. frames.Select((frame, t) => frame.Candidates[path[t]])];
        bool[] voiced = [.. chosen.Select(candidate => PitchPath.IsVoiced(candidate.Hertz, ceilingHz))];
        return new PitchTrack(
            times,
            [.. chosen.Select((candidate, t) => voiced[t] ? candidate.Hertz : double.NaN)],
            [.. chosen.Select((candidate, t) => voiced[t] ? candidate.Strength : 0)],
            [.. frames.Select(frame => frame.Intensity)]
        );
    }
}

internal sealed class NamedPitch : NamedFeature<PitchSettings>
{
    private static readonly string[] Headings = [Seconds, "hertz", "strength"];

    public override string Name => "pitch";

    public override string Description =>
        "Fundamental frequency of a voice (Praat's 'To Pitch (ac)'): time, hertz (NaN where unvoiced), strength.";

    public override string ExampleOptions => "--floor-hz 60 --ceiling-hz 400";

    public override string Heading(int column, int columns) => Headings[column];

    protected override PitchSettings Defaults(Framing framing) => PitchSettings.Praat;

    protected override void Compute(ISamples samples, PitchSettings settings, FeatureRows receive)
    {
        PitchTrack pitch = Pitch.Of(samples, settings);
        receive(Matrix.OfRows([.. pitch.Hertz.Select((hertz, t) => new[] { pitch.Times[t], hertz, pitch.Strength[t] })]));
    }
}
