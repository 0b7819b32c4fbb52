using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Research.Data;
using Research.Numerics;

namespace Research.Corpora;

/// <summary>A generated stand-in for spoken digits: harmonic tones with two moving resonances. Not speech, and never called so.</summary>
/// <remarks>
/// Each digit is a sequence of three resonance pairs; each voice has a pitch, a size (which scales the resonances) and a pace; each
/// take varies them and adds noise. It exercises every step of the digit experiments offline, in seconds. 8 kHz.
/// </remarks>
public static class ToneDigits
{
    private const int SampleRateHz = 8000;
    private const int TestTakes = 1;
    private const double TwoPi = 6.283185307179586;

    // Resonance pairs in hertz, spread over the first half of the band.
    private static readonly (double First, double Second)[] Resonances =
    [
        (300, 2200),
        (450, 1900),
        (650, 1700),
        (750, 1200),
        (550, 900),
        (350, 800),
    ];

    // Three pairs a digit, no two digits alike.
    private static readonly int[][] Digits =
    [
        [0, 2, 4],
        [5, 3, 3],
        [0, 5, 5],
        [2, 0, 0],
        [4, 4, 2],
        [3, 0, 1],
        [1, 1, 3],
        [1, 3, 1],
        [2, 1, 0],
        [3, 5, 1],
    ];

    /// <summary>The recordings of that many voices, each saying those digits that often; take 0 is the test part, where there are more.</summary>
    public static Dataset Make(string id, ulong seed, int voices, IReadOnlyList<int> digits, int takes)
    {
        (int Digit, int Voice, int Take)[] all =
        [
            .. from digit in digits
            from voice in Enumerable.Range(0, voices)
            from take in Enumerable.Range(0, takes)
            select (digit, voice, take),
        ];
        Clip[] clips = Work.Select(all.Length, i => MakeClip(id, seed, all[i].Digit, all[i].Voice, all[i].Take, takes));
        Array.Sort(clips, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new Dataset(id, "1", Digest(clips), Synthetic: true, clips);
    }

    private static Clip MakeClip(string id, ulong seed, int digit, int voice, int take, int takes)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{digit}_voice{voice:D2}_{take}");
        Voice speaker = Voice.Draw(Rng.For(seed, $"{id}/voice {voice}"));
        Rng rng = Rng.For(seed, $"{id}/{name}");
        Part part = take < TestTakes && takes > TestTakes ? Part.Test : Part.Train;
        var waveform = new Waveform(Synthesise(Digits[digit], speaker.Vary(rng), rng), SampleRateHz);
        return new Clip(name, digit.ToString(CultureInfo.InvariantCulture), $"voice{voice:D2}", part, waveform);
    }

    private static double[] Synthesise(int[] path, Voice voice, Rng rng)
    {
        int length = (int)(0.4 * voice.Pace * SampleRateHz);
        int harmonics = (int)(3600 / voice.PitchHz);
        var samples = new double[length];
        for (int n = 0; n < length; n++)
        {
            double place = (double)n / length * (path.Length - 1);
            int from = (int)place;
            double along = place - from;
            (double f1, double f2) = Between(Resonances[path[from]], Resonances[path[from + 1]], along);
            double sum = 0;
            for (int h = 1; h <= harmonics; h++)
            {
                double hertz = h * voice.PitchHz;
                double gain = Peak(hertz, f1 * voice.Size, 90) + (0.6 * Peak(hertz, f2 * voice.Size, 140));
                sum += gain * PortableMath.Sin(TwoPi * hertz * n / SampleRateHz);
            }

            double envelope = PortableMath.Sin(TwoPi / 2 * (n + 0.5) / length);
            samples[n] = 0.2 * voice.Loudness * ((envelope * sum) + (0.08 * rng.NextNormal()));
        }

        return samples;
    }

    private static (double First, double Second) Between(
        (double First, double Second) a,
        (double First, double Second) b,
        double along
    ) => (a.First + (along * (b.First - a.First)), a.Second + (along * (b.Second - a.Second)));

    // A resonance's gain: 1 at its centre, ½ half a bandwidth away.
    private static double Peak(double hertz, double centre, double bandwidth)
    {
        double offset = (hertz - centre) / bandwidth;
        return 1 / (1 + (4 * offset * offset));
    }

    private static string Digest(IEnumerable<Clip> clips)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Clip clip in clips)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(clip.Name));
            hash.AppendData(MemoryMarshal.AsBytes(clip.Waveform.Samples.AsSpan()));
        }

        return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private sealed record Voice(double PitchHz, double Size, double Pace, double Loudness)
    {
        public static Voice Draw(Rng rng) =>
            new(rng.NextDouble(95, 210), rng.NextDouble(0.85, 1.2), rng.NextDouble(0.8, 1.25), rng.NextDouble(0.5, 1));

        public Voice Vary(Rng rng) =>
            new(
                PitchHz * rng.NextDouble(0.9, 1.1),
                Size * rng.NextDouble(0.96, 1.04),
                Pace * rng.NextDouble(0.85, 1.15),
                Loudness * rng.NextDouble(0.6, 1.4)
            );
    }
}
