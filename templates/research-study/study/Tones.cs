using Research.Corpora;
using Research.Data;
using Research.Numerics;

namespace My_Study;

/// <summary>Generated: 120 tones of two kinds, low and high, in noise, by six players; 8 kHz, 0.3 s. The kinds overlap.</summary>
/// <remarks>
/// Recordings of your own: a <see cref="FolderDataset"/> reads a folder of this study, a <see cref="PinnedDataset"/> what datasets.lock pins.
/// Such a dataset comes in where an experiment asks for profile paper; profile quick stays offline.
/// </remarks>
public static class Tones
{
    private const int SampleRateHz = 8000;
    private const int Samples = 2400;
    private const int Players = 6;
    private const int Takes = 10;

    public static GeneratedDataset Dataset => new("tones", Make);

    public static Dataset Make() =>
        Corpus.Of(
            "tones",
            "1",
            from kind in new[] { "low", "high" }
            from player in Enumerable.Range(1, Players)
            from take in Enumerable.Range(1, Takes)
            select new Item($"{kind}_{player}_{take}", kind, $"player {player}", null, Tone(kind, player, take))
        );

    private static Waveform Tone(string kind, int player, int take)
    {
        var random = Rng.For(1, $"tones/{kind} {player} {take}"); // a stream of its own: no clip depends on another
        double middleHz = kind == "low" ? 300 : 420;
        double hertz = middleHz + (20 * player) + (60 * random.NextNormal());
        double[] samples = new double[Samples];
        for (int n = 0; n < Samples; n++)
        {
            double tone = PortableMath.Sin(2 * Math.PI * hertz * n / SampleRateHz);
            samples[n] = Math.Round(32_000 * ((0.3 * tone) + (0.1 * random.NextNormal()))) / 32_768;
        }

        return new Waveform(samples, SampleRateHz);
    }
}
