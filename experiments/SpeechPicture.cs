using Research.Features.Spectral;

namespace Research.Experiments;

/// <summary>A spectrogram as a picture wants it: short windows, few bins, decibels below the loudest.</summary>
/// <param name="Decibels">Shape [frames, bins]; 0 is the loudest, −50 the floor.</param>
/// <param name="Hertz">Centre of each bin.</param>
/// <param name="HopSeconds">From frame to frame.</param>
internal sealed record SpeechPicture(Matrix Decibels, double[] Hertz, double HopSeconds)
{
    private const double WindowSeconds = 0.008; // short enough to show single pulses of a low voice
    private const double Hop = 0.008;
    private const double BinHz = 78.125;
    private const double HighestHz = 5000;
    private const double Floor = -50; // what a printed page can show

    /// <summary>Time of a frame's centre.</summary>
    public double Seconds(int frame) => frame * HopSeconds;

    public static SpeechPicture Of(Waveform waveform)
    {
        int rate = waveform.SampleRateHz;
        int window = (int)(WindowSeconds * rate);
        int length = (int)(rate / BinHz);
        Matrix power = PowerSpectrogram.Of(
            waveform,
            new StftSettings
            {
                WindowSamples = Math.Min(window, length),
                HopSamples = (int)(Hop * rate),
                FftLength = length,
                Window = WindowShape.Hann,
                Padding = Padding.Zero,
            }
        );
        int bins = (int)(Math.Min(HighestHz, 0.5 * rate) / BinHz);
        double loudest = Math.Max(power.Values.ToArray().Max(), 1e-30);
        var decibels = new Matrix(power.Rows, bins);
        for (int t = 0; t < power.Rows; t++)
        {
            for (int k = 0; k < bins; k++)
            {
                double share = Math.Max(power[t, k + 1] / loudest, 1e-30);
                decibels[t, k] = Math.Max(Floor, Math.Round(10 * PortableMath.Log10(share)));
            }
        }

        return new(decibels, [.. Enumerable.Range(1, bins).Select(k => k * BinHz)], Hop);
    }
}
