using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Tests;

namespace Research.Features.Tests;

internal static class Signals
{
    /// <summary>The chirp with harmonics that the golden files describe.</summary>
    public static Waveform Synthetic(int sampleRateHz)
    {
        var samples = new double[sampleRateHz];
        for (int n = 0; n < samples.Length; n++)
        {
            double t = (double)n / sampleRateHz;
            double y = 0.4 * Math.Sin(2 * Math.PI * ((200 * t) + (750 * t * t)));
            for (int h = 1; h <= 5; h++)
            {
                y += 0.3 / h * Math.Sin((2 * Math.PI * h * 150 * t) + (0.1 * h));
            }

            samples[n] = 0.8 * y;
        }

        return new Waveform(samples, sampleRateHz);
    }

    public static Waveform Fsdd(string name) =>
        WavReader.Read(Path.Combine(RealData.Folder("fsdd"), "recordings", name + ".wav"));

    /// <summary>Golden [column][frame] as [frame][column], flat.</summary>
    public static double[] Transposed(JsonElement columns)
    {
        double[][] rows = columns.Rows();
        return [.. Enumerable.Range(0, rows[0].Length).SelectMany(t => rows.Select(row => row[t]))];
    }
}
