using Research.Numerics;

namespace Research.Data.Audio;

/// <summary>How loud a signal is.</summary>
public static class SignalLevel
{
    private const double LeastPower = 1e-12; // silence has -120 dB, not minus infinity

    /// <summary>Root mean square of the whole signal, decibels relative to full scale; silence and no samples have -120 dB.</summary>
    public static double Decibels(Waveform wave) =>
        10 * PortableMath.Log10((OrderedSum.Dot(wave.Samples, wave.Samples) / Math.Max(1, wave.Samples.Length)) + LeastPower);
}
