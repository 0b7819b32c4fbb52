namespace Research.Data;

/// <summary>A mono signal.</summary>
/// <param name="Samples">Amplitudes; full scale is ±1.</param>
/// <param name="SampleRateHz">Samples a second.</param>
public sealed record Waveform(double[] Samples, int SampleRateHz)
{
    /// <summary>Highest rate that is read from a file or a setting; no recorder goes so far.</summary>
    public const int HighestRateHz = 1_000_000;

    public double DurationSeconds => (double)Samples.Length / SampleRateHz;
}
