using System.Security.Cryptography;
using Research.Data;

namespace Research.Features.Tests;

/// <summary>Generated utterances: the twin of tests/Golden/oracles/generated.py, to the same sample.</summary>
internal static class Utterances
{
    private const int Peak = 20_000;

    public static Waveform Of(string name)
    {
        Made made = name switch
        {
            "rising" => new(
                8000,
                1,
                [(7087, -3862), (4132, -3816), (-2991, -3728), (-6559, -3612)],
                [new(400, 0, 0, 4000), new(2200, 72, 52, 2000), new(900, 0, 0, 40), new(1600, 50, 66, 2000), new(300, 0, 0, 4000)]
            ),
            "low" => new(
                8000,
                2,
                [(7734, -3907), (-618, -3787), (-4067, -3698), (-6932, -3556)],
                [new(500, 0, 0, 0), new(1500, 84, 92, 300), new(400, 0, 0, 30), new(200, 0, 0, 0), new(1400, 90, 101, 800)]
            ),
            "wideband" => new(
                16_000,
                3,
                [(7917, -3977), (6679, -3938), (4428, -3877), (1543, -3816), (-2415, -3728)],
                [
                    new(800, 0, 0, 3000),
                    new(4000, 110, 76, 1500),
                    new(1700, 0, 0, 60),
                    new(3600, 82, 124, 700),
                    new(2300, 0, 0, 3000),
                    new(3700, 96, 88, 2500),
                ]
            ),
            _ => throw new ArgumentException($"There is no utterance '{name}'.", nameof(name)),
        };
        return new Waveform([.. Numbers(made).Select(number => number / 32_768.0)], made.RateHz);
    }

    /// <summary>SHA-256 of the little-endian 16-bit samples.</summary>
    public static string Digest(Waveform wave)
    {
        byte[] bytes = [.. wave.Samples.Select(x => (short)(x * 32_768)).SelectMany(x => new[] { (byte)x, (byte)(x >> 8) })];
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static int[] Numbers(Made made)
    {
        double[] values = Source(made);
        foreach ((int b, int c) in made.Resonators)
        {
            Resonate(values, b / 4096.0, c / 4096.0);
        }

        double peak = values.Max(Math.Abs);
        return [.. values.Select(value => (int)Math.Round(Peak * (value / peak), MidpointRounding.ToEven))];
    }

    private static double[] Source(Made made)
    {
        var values = new List<double>();
        uint state = made.Seed;
        foreach (Stretch stretch in made.Stretches)
        {
            int rest = 0;
            for (int n = 0; n < stretch.Samples; n++)
            {
                state = ((1_103_515_245 * state) + 12_345) & 0x7FFF_FFFF;
                double value = stretch.NoiseDivisor == 0 ? 0 : ((int)(state >> 15) - 32_768) / (double)stretch.NoiseDivisor;
                if (stretch.FirstPeriod > 0 && --rest <= 0)
                {
                    rest = stretch.PeriodAt(n);
                    value += 1000;
                }

                values.Add(value);
            }
        }

        return [.. values];
    }

    private static void Resonate(double[] values, double b, double c)
    {
        (double before, double earlier) = (0, 0);
        for (int n = 0; n < values.Length; n++)
        {
            values[n] = (values[n] + (b * before)) + (c * earlier);
            (before, earlier) = (values[n], before);
        }
    }

    private sealed record Made(int RateHz, uint Seed, (int B, int C)[] Resonators, Stretch[] Stretches);

    /// <param name="FirstPeriod">Of the pulses; 0 for none.</param>
    /// <param name="NoiseDivisor">0 for no noise.</param>
    private sealed record Stretch(int Samples, int FirstPeriod, int LastPeriod, int NoiseDivisor)
    {
        // Rounded down, as Python's //.
        public int PeriodAt(int n) => FirstPeriod + (int)Math.Floor((double)(LastPeriod - FirstPeriod) * n / Samples);
    }
}
