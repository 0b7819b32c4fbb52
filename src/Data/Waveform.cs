namespace Research.Data;

/// <summary>A mono signal.</summary>
/// <param name="Samples">Amplitudes; full scale is ±1.</param>
/// <param name="SampleRateHz">Samples a second.</param>
public sealed record Waveform(double[] Samples, int SampleRateHz)
{
    public double DurationSeconds => (double)Samples.Length / SampleRateHz;
}
