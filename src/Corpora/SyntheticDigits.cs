using System.Globalization;
using Research.Corpora.Speech;
using Research.Data;
using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Corpora;

/// <summary>The ten English digit words by a formant synthesiser: speech-like, and no recording of anybody.</summary>
/// <remarks>
/// <para>Each word is a row of sounds with targets for pitch, formants and noise, which meet and fall short as the mouth does; each speaker has
/// a pitch, a tract, a pace, an effort and an accent; each take varies all of them and has a room's noise. The true pitch and formants of every
/// vowel stand in the items' marks.</para>
/// <para>What it is for and what it is not: docs/corpora.md.</para>
/// </remarks>
public static class SyntheticDigits
{
    private static readonly string[] Words =
    [
        "Z IH R OW OW2",
        "W AH N",
        "T0 T1 T2 UW UW2",
        "TH R IY",
        "F AO R2",
        "F AA IY2 V",
        "S IH K0 K1 S",
        "S EH V AX N",
        "EY IY2 T0 T1",
        "N AA IY2 N",
    ];

    /// <summary>Version of the words, the voices and the synthesiser; a new one with every change of a sample.</summary>
    public const string Version = "1";

    /// <summary>Ten digits, twelve speakers, five takes, 8 kHz, with a split: it stands where FSDD stands.</summary>
    public static GeneratedDataset Dataset =>
        new("synthetic-digits", () => Make("synthetic-digits", 1, 8000, 12, [.. Enumerable.Range(0, 10)], 5));

    /// <summary>Nine digits, fifteen speakers, one take each, 16 kHz: it stands where the course recordings stand.</summary>
    public static GeneratedDataset Course =>
        new("synthetic-digits-course", () => Make("synthetic-digits-course", 2, 16_000, 15, [.. Enumerable.Range(1, 9)], 1));

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
            GroupKind = "speaker",
            Groups = Voice.Names(12),
            PublishedSubsets = [Subset.Train, Subset.Test],
            ClaimNames = [],
            StandsInFor = [],
        };

    public static DatasetCard CourseCard =>
        Card with
        {
            Dataset = Course,
            Classes = ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
            Groups = Voice.Names(15),
            PublishedSubsets = [],
        };

    /// <summary>Those speakers saying those digits that often; take 0 is the test part, where there are more.</summary>
    public static Dataset Make(string id, ulong seed, int sampleRateHz, int speakers, IReadOnlyList<int> digits, int takes)
    {
        Voice[] voices = [.. Enumerable.Range(0, speakers).Select(s => Voice.Draw(s, Rng.For(seed, $"digits/speaker {s}")))];
        (int Digit, int Speaker, int Take)[] all =
        [
            .. from digit in digits
            from speaker in Enumerable.Range(0, speakers)
            from take in Enumerable.Range(0, takes)
            select (digit, speaker, take),
        ];
        return Corpus.Of(
            id,
            Version,
            ParallelLoop.Select(
                all.Length,
                i => Say(all[i].Digit, voices[all[i].Speaker], all[i].Take, takes, seed, sampleRateHz)
            )
        );
    }

    private static Item Say(int digit, Voice voice, int take, int takes, ulong seed, int sampleRateHz)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{digit}_{voice.Name}_{take}");
        Rng rng = Rng.For(seed, $"digits/{name}");
        Manner manner = Manner.Neutral with
        {
            Pitch = rng.NextDouble(0.9, 1.12),
            Range = rng.NextDouble(0.5, 1.5),
            Rise = rng.NextDouble(-0.45, 0.05),
            Pace = rng.NextDouble(0.82, 1.2),
            Brightness = rng.NextDouble(0.5, 1.6),
            Carelessness = rng.NextDouble(0.15, 0.5),
        };
        var score = new Score(Phonemes.Read(Words[digit]), voice, manner, rng);
        double[] sound = FormantSynthesizer.Of(score, voice, manner, rng);
        var recording = new Recording(
            sampleRateHz,
            voice.ChannelSlope + (0.4 * rng.NextNormal()),
            rng.NextDouble(16, 38),
            rng.NextDouble(0.25, 0.9)
        );
        Subset subset = take == 0 && takes > 1 ? Subset.Test : Subset.Train;
        string label = digit.ToString(CultureInfo.InvariantCulture);
        return new Item(name, label, voice.Name, takes > 1 ? subset : null, recording.Of(sound, rng))
        {
            Marks = [.. score.Vowels()],
        };
    }
}
