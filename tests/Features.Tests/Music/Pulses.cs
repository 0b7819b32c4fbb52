using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Features.Naming;
using Research.Tests;

namespace Research.Features.Tests.Music;

/// <summary>Decaying sines in a bar: the twin of tests/Golden/oracles/music.py, to the last digits.</summary>
internal static class Pulses
{
    /// <summary>The frames of the golden files: 2,048 samples every 512.</summary>
    public static Framing FramingAt(int rateHz) =>
        new()
        {
            SampleRateHz = rateHz,
            WindowSamples = 2048,
            HopSamples = 512,
        };

    /// <param name="hits">Share of the period, hertz, level.</param>
    public static Waveform Of(int rateHz, double seconds, double period, params double[][] hits)
    {
        var samples = new double[(int)(seconds * rateHz)];
        for (int n = 0; n < samples.Length; n++)
        {
            foreach (double[] hit in hits)
            {
                double late = ((double)n / rateHz) - (hit[0] * period);
                double phase = late - (period * Math.Floor(late / period));
                samples[n] += hit[2] * Math.Exp(-40 * phase) * Math.Sin(2 * Math.PI * hit[1] * phase);
            }
        }

        return new Waveform(samples, rateHz);
    }

    public static Waveform Of(JsonElement tracked) =>
        Of(
            tracked.GetProperty("rate").GetInt32(),
            tracked.Number("seconds"),
            tracked.Number("period"),
            tracked.GetProperty("hits").Rows()
        );

    /// <summary>A burst every so many seconds, as beat_track.json has them.</summary>
    public static Waveform Clicks(int rateHz, double seconds, double period) => Of(rateHz, seconds, period, [0, 1000, 0.9]);

    public static OnsetEnvelope Onset(Waveform wave, BandAggregate aggregate) =>
        OnsetStrength.Of(wave, OnsetSettings.Librosa(FramingAt(wave.SampleRateHz)) with { Aggregate = aggregate });

    /// <summary>The golden cases with pulses.</summary>
    public static IEnumerable<JsonElement> Tracked => Golden.Json("music.json").GetProperty("tracked").EnumerateArray();
}
