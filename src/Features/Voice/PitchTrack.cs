using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>Fundamental frequency over time.</summary>
/// <param name="Times">The frames.</param>
/// <param name="Hertz">One a frame; NaN where unvoiced.</param>
/// <param name="Strength">Normalised autocorrelation at the pitch period, 0 to 1; 0 where unvoiced.</param>
/// <param name="Intensity">Peak of the frame relative to the loudest of the signal, 0 to 1.</param>
public sealed record PitchTrack(FrameTimes Times, double[] Hertz, double[] Strength, double[] Intensity)
{
    public bool IsVoiced(int frame) => !double.IsNaN(Hertz[frame]);

    public int VoicedFrames => Hertz.Count(hertz => !double.IsNaN(hertz));

    /// <summary>Mean of the voiced frames, hertz; NaN where there is none.</summary>
    public double MeanHertz => Mean([.. Hertz.Where(hertz => !double.IsNaN(hertz))]);

    /// <summary>Mean over an interval of time, hertz; NaN where none of it is voiced.</summary>
    public double MeanOver(double fromSeconds, double toSeconds) => Times.Mean(Hertz, fromSeconds, toSeconds);

    private static double Mean(double[] values) => values.Length == 0 ? double.NaN : OrderedSum.Mean(values);
}
