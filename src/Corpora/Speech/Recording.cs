using Research.Corpora.Sampling;
using Research.Data;
using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>A microphone and a room's noise: from the synthesiser's sound to a 16-bit signal.</summary>
/// <param name="SampleRateHz">A divisor of 32 kHz.</param>
/// <param name="Slope">Slope of the channel's spectrum, −1 (dull) to 1 (sharp).</param>
/// <param name="NoiseDecibels">Noise below the loudest sample.</param>
/// <param name="PeakLevel">The loudest sample, at most 1.</param>
internal sealed record Recording(int SampleRateHz, double Slope, double NoiseDecibels, double PeakLevel)
{
    private const double Pole = 0.9;

    public Waveform Of(double[] sound, Rng rng)
    {
        double[] samples = Decimation.By(FormantSynthesizer.RateHz / SampleRateHz, sound);
        double low = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            low = ((1 - Pole) * samples[n]) + (Pole * low);
            samples[n] += Slope * (samples[n] - (2 * low));
        }

        double peak = Math.Max(samples.Max(Math.Abs), 1e-9);
        double noise = PortableMath.Pow(10, -NoiseDecibels / 20);
        double hum = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            hum = rng.NextNormal() + (0.7 * hum); // rather low than white, as rooms are
            samples[n] = PeakLevel * Math.Clamp((samples[n] / peak) + (0.6 * noise * hum), -1, 1);
        }

        return SixteenBit.Quantised(samples, SampleRateHz);
    }
}
